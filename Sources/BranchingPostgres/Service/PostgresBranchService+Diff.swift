public import BranchingCore
import Logging
import MigrationPlanner
import SchemaComparison

extension PostgresBranchService {
    /// Compares the schemas of two databases, read at the same time, each in one snapshot on its own connection.
    ///
    /// Two connection strings need no server of ours: no record is read or made for them.
    public func diff(_ request: DiffRequest) async throws(BranchError) -> DiffReport {
        try await BranchError.translating { try await compare(request) }
    }

    private func compare(_ request: DiffRequest) async throws -> DiffReport {
        let from = try await operand(request.from)
        let to = try await operand(request.to)
        async let first = contents(of: from)
        async let second = contents(of: to)
        let (old, new) = try await (first, second)
        let diff = SchemaDiff(from: old.schema, to: new.schema, options: request.options)
        if let reason = refusal(of: diff) { throw BranchError.invalidRequest(reason) }
        if request.isStrict, !diff.unsupported.isEmpty { throw BranchError.unsupportedObjects(diff.unsupported) }
        var verification: DiffVerification?
        if request.verifies {
            let verifier = DiffVerifier(
                from: from, to: to, old: old, new: new, diff: diff, options: request.options,
                control: from.isElsewhere ? nil : try requireControl(), settings: configuration.cloneSettings,
                logger: logger)
            verification = try await verifier.run()
        }
        logger.info(
            "schemas compared",
            metadata: [
                "from": "\(from.name)", "to": "\(to.name)", "changes": "\(diff.changes.count)",
                "verified": "\(verification.map { "\($0.equal)" } ?? "no")",
            ])
        return DiffReport(
            from: from.name, to: to.name, changes: diff.changes, notes: diff.notes, unsupported: diff.unsupported,
            sql: diff.migration.sql, verification: verification)
    }

    /// The name of a source as others see it: a connection string without its password.
    public func displayName(of source: BranchSource) async -> String {
        switch source {
        case .main: return "main"
        case .branch(let name): return name.rawValue
        case .database:
            do {
                return try await operand(source).name
            } catch {
                return "a connection string that is refused"
            }
        }
    }

    /// Why the request makes no sense for these databases.
    private func refusal(of diff: SchemaDiff) -> String? {
        if !diff.missingSchemas.isEmpty {
            let names = diff.missingSchemas.map { "'\($0)'" }.joined(separator: ", ")
            return "Neither database has a schema \(names). Names are taken as they are, without quotes or patterns."
        }
        guard !diff.refusedRenames.isEmpty else { return nil }
        return
            "Cannot be renamed: \(diff.refusedRenames.joined(separator: ", ")). A rename is old=new, the old name as schema.name, or schema.table.name for what belongs to a table; it has to be in the first database and to mean one object, and the new name must not be taken there."
    }

    /// Resolves a database to compare.
    private func operand(_ source: BranchSource) async throws -> DiffOperand {
        let found = try await resolve(source)
        return DiffOperand(
            source: source, parameters: found.parameters, databaseOID: found.databaseOID,
            foreign: found.isElsewhere ? foreign : nil, login: found.login)
    }

    /// The contents of a database; if its branch was deleted meanwhile, throws that as the reason.
    private func contents(of operand: DiffOperand) async throws -> DiffOperand.Contents {
        do {
            return try await operand.read(logger: logger)
        } catch {
            if case BranchError.unavailable = error, case .branch(let name) = operand.source, !Task.isCancelled {
                _ = try await readyRecord(name)
            }
            throw error
        }
    }
}
