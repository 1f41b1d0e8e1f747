import BranchingCore
import Logging

/// The `dump` strategy: `pg_dump | psql` into a new database.
struct DumpClone: Sendable {
    let source: CloneSource
    let facts: SourceFacts
    let target: String
    let schemaOnly: Bool
    let session: OperationSession
    let worker: PostgresConnection
    let server: ConnectionParameters
    let configuration: PostgresBranchService.Configuration
    let logger: Logger

    func run() async throws(OperationError) {
    }
}
