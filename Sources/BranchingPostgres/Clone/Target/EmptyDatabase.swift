import BranchingCore
import DumpText
import Logging
import SQLText

/// Makes the database that a clone is loaded into.
struct EmptyDatabase: Sendable {
    let name: String
    let source: SourceFacts
    /// A session on the control database.
    let worker: PostgresConnection

    /// Creates it like the source: owner, encoding, locale and, in the same cluster, tablespace.
    func create() async throws {
        let tablespace =
            source.isSameCluster
            ? source.properties.tablespace.map { " TABLESPACE \(SQLIdentifier.quoted($0))" } ?? "" : ""
        let locale = source.properties.locale.options(majorVersion: worker.facts.majorVersion)
        let roles = try await worker.run { try TargetRoles.read(on: $0) }
        let database = UnpublishedDatabase(name: name)
        try await database.create("TEMPLATE template0 \(locale)\(tablespace)", on: worker)
        try await database.open(owner: UnpublishedDatabase.owner(source.properties, roles: roles), on: worker)
    }

    /// Checks that the branches' server is recent enough for the source, and has its extensions.
    ///
    /// - Throws: ``OperationError/failed(_:_:)`` if not.
    func check() async throws {
        try await MissingExtensions.of(source, on: worker).check()
        guard source.majorVersion > worker.facts.majorVersion else { return }
        throw OperationError.failed(
            .cloneFailed,
            "The source runs PostgreSQL \(source.majorVersion), which is newer than the \(worker.facts.majorVersion) of the branches. Clone to the same version or a newer one."
        )
    }
}
