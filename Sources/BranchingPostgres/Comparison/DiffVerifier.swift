import BranchingCore
import DumpText
import Logging
import MigrationPlanner
import PostgresTools
import SchemaCatalog
import SchemaComparison
import SchemaModel

/// Proves a migration: applies it to a copy of the first database, without its rows, and compares the copy with the second
/// database in two ways that have nothing in common, our own model and pg_dump.
struct DiffVerifier: Sendable {
    let from: DiffOperand
    let to: DiffOperand
    let old: DiffOperand.Contents
    let new: DiffOperand.Contents
    let diff: SchemaDiff
    let options: DiffOptions
    /// The control database if the first database is in its cluster; else nil.
    let control: ControlDatabase?
    let settings: CloneSettings
    let logger: Logger

    /// - Throws: If the migration could not be tried. A failure or a wrong result is an outcome.
    func run() async throws -> DiffVerification {
        do {
            let programs = try await settings.programs.recentEnough(
                for: max(old.facts.majorVersion, new.facts.majorVersion))
            let copy = try await reserve()
            return try await withCleanup {
                try await verify(on: copy, programs: programs)
            } cleanup: {
                await copy.remove()
            }
        } catch {
            throw Task.isCancelled
                ? .unavailable("The verification was stopped.") : BranchError(ofVerification: error)
        }
    }

    private func reserve() async throws -> VerificationDatabase {
        if let control {
            return try await VerificationDatabase.reserve(in: control, logger: logger)
        }
        return try await VerificationDatabase.reserve(beside: from.parameters, logger: logger)
    }

    private func verify(
        on copy: VerificationDatabase, programs: ToolPrograms
    ) async throws -> DiffVerification {
        let leftOut = try await fill(copy, programs: programs)
        let outcome = try await copy.withConnection(from.parameters) { connection in
            if let failed = try await MigrationRehearsal(migration: migration).run(on: connection) {
                return Rehearsed.failed(failed)
            }
            let schema = try await CatalogReader().read(connection)
            return Rehearsed.done(from.login?.replaced(in: schema) ?? schema, connection.facts)
        }
        guard case .done(let schema, let facts) = outcome else {
            if case .failed(let why) = outcome { return DiffVerification(differences: [why] + leftOut) }
            return DiffVerification()
        }
        let comparison = VerificationComparison(
            logins: (from.login, to.login), migrated: schema.withoutSubscriptions,
            wanted: new.schema.withoutSubscriptions, options: options,
            limits: settings.limits)
        let copyEndpoint = endpoint(from.parameters, facts, database: copy.name, token: copy.token)
        let targetEndpoint = endpoint(to.parameters, new.facts, database: new.facts.database, token: copy.token)
        let differences = try await ReachabilityWatch.watching(watches, within: settings.limits.copy) {
            try await comparison.differences(copy: copyEndpoint, target: targetEndpoint, programs: programs)
        }
        return DiffVerification(differences: differences.isEmpty ? [] : differences + leftOut)
    }

    /// pg_dump waits forever for a server that does not answer.
    private var watches: [ReachabilityWatch] {
        [
            ReachabilityWatch(side: .source, parameters: from.parameters, logger: logger),
            ReachabilityWatch(side: .target, parameters: to.parameters, logger: logger),
        ]
    }

    private enum Rehearsed: Sendable {
        case failed(String)
        case done(DatabaseSchema, ConnectionFacts)
    }

    /// Copies the schema of the first database.
    ///
    /// - Returns: What could not be copied as it is, in words.
    private func fill(_ copy: VerificationDatabase, programs: ToolPrograms) async throws -> [String] {
        let (properties, hasPublicSchema, roles) = try await from.withConnection(logger: logger) { connection in
            try await connection.run { try Self.inspect($0) }
        }
        let source = endpoint(from.parameters, old.facts, database: old.facts.database, token: copy.token)
        let target = endpoint(from.parameters, old.facts, database: copy.name, token: copy.token)
        try await copy.create(
            like: properties, hasPublicSchema: hasPublicSchema, roles: roles, parameters: from.parameters)
        let release = try await ToolRelease.of(programs.pgDump)
        let pipeline = DumpPipeline(
            source: source, target: target,
            options: DumpOptions(
                schemaOnly: true, pgDumpPath: programs.pgDump, psqlPath: programs.psql,
                encoding: properties.locale.encoding, requiresRestriction: release.writesRestriction,
                lockTimeout: settings.limits.lock.wholeMilliseconds,
                targetRoles: roles.isSuperuser ? nil : roles))
        let summary = try await ReachabilityWatch.watching(watches, within: settings.limits.copy) {
            try await pipeline.run()
        }
        guard !summary.leftOut.isEmpty else { return [] }
        return [
            "The copy is not exact, as the role may not give objects and privileges to others: \(summary.leftOut). Verify with a role that is a member of those."
        ]
    }

    private static func inspect(_ handle: borrowing ConnectionHandle) throws -> (
        DatabaseProperties, Bool, TargetRoles
    ) {
        let rows = try handle.query(
            """
            SELECT d.oid, EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'public') AS public
            FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database()
            """)
        guard let row = rows.first else { throw PostgresError(message: "The database is gone.") }
        let properties = try DatabaseProperties.read(
            oid: try row.value("oid"), majorVersion: handle.facts().majorVersion, on: handle)
        return (properties, try row.value("public"), try TargetRoles.read(on: handle))
    }

    /// A copy has no subscriptions, which would replicate into it; so the migration tried on it has none.
    private var migration: SchemaMigration {
        guard old.schema.hasSubscriptions || new.schema.hasSubscriptions else { return diff.migration }
        return SchemaDiff(
            from: old.schema.withoutSubscriptions, to: new.schema.withoutSubscriptions, options: options
        ).migration
    }

    private func endpoint(
        _ parameters: ConnectionParameters, _ facts: ConnectionFacts, database: String, token: FencingToken
    ) -> ToolEndpoint {
        ToolEndpoint(parameters, facts: facts, database: database, applicationName: token.applicationName)
    }
}

extension BranchError {
    /// Why a migration could not be tried, for the caller.
    fileprivate init(ofVerification error: any Error) {
        switch error {
        case ToolError.cancelled: self = .unavailable("The verification was stopped.")
        case let error as ToolError: self = .verificationFailed("The SQL could not be tried on a copy. \(error)")
        case let error as PostgresError where error.sqlState == .insufficientPrivilege:
            self = .insufficientPrivilege(
                "The role may not make a copy to try the SQL on: \(error). Verify with a role that has CREATEDB and is a member of the database's owner."
            )
        case let error as PostgresError:
            self = .verificationFailed("The SQL could not be tried on a copy: \(error)")
        default: self.init(error)
        }
    }
}
