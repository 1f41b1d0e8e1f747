import BranchingCore
import BranchingPostgres
import Subprocess

extension TestCluster {
    /// The output of `pg_dump --schema-only` of the cluster's own version for a database.
    package func schemaDump(of database: String) async throws -> String {
        try await tools.run(
            .pgDump,
            [
                "--schema-only", "--host=\(host)", "--port=\(port)", "--username=\(Self.user)", "--dbname=\(database)",
            ], variables: ["PGPASSWORD": Self.password.reveal(), "PGCLIENTENCODING": "UTF8"])
    }
}
