package import BranchingCore
import BranchingPostgres
import Subprocess

extension TestCluster {
    /// The connection URL of a database, including the password.
    ///
    /// - Parameters:
    ///   - database: nil for the maintenance database.
    ///   - user: nil for the superuser.
    ///   - password: nil for the superuser's.
    package func url(database: String? = nil, user: String? = nil, password: Secret? = nil) -> Secret {
        Secret(connection(database: database, user: user, password: password).url(includingPassword: true))
    }

    /// The connection URL of the maintenance database for the superuser.
    package var adminURL: Secret { url() }

    /// How to connect to a database, over TCP or, with `overSocket`, over the Unix socket.
    package func connection(
        database: String? = nil, user: String? = nil, password: Secret? = nil, overSocket: Bool = false
    ) -> BranchConnection {
        BranchConnection(
            host: overSocket ? socketDirectory : host, port: port, database: database ?? Self.maintenanceDatabase,
            user: user ?? Self.user, password: password ?? Self.password)
    }

    /// Makes a database with a unique name, and runs the statements in it.
    ///
    /// - Returns: its name.
    package func createDatabase(_ statements: [String] = [], owner: String? = nil) async throws -> String {
        let name = Self.uniqueName("test")
        try await psql("CREATE DATABASE \"\(name)\"" + (owner.map { " OWNER \"\($0)\"" } ?? ""))
        if !statements.isEmpty { try await psql(statements.joined(separator: ";\n"), database: name) }
        return name
    }

    /// Drops a database, whoever is connected to it.
    package func dropDatabase(_ name: String) async throws {
        try await psql("DROP DATABASE IF EXISTS \"\(name)\" WITH (FORCE)")
    }

    /// A unique name in the cluster.
    package static func uniqueName(_ prefix: String) -> String {
        "\(prefix)_" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    }

    /// Runs SQL through `psql -XAtq`, stopping at the first error.
    ///
    /// - Returns: the rows, one per line, columns separated by `|`.
    /// - Throws: ``BranchingPostgres/ClusterError/programFailed(program:status:output:)`` with what psql wrote.
    @discardableResult
    package func psql(
        _ sql: String, database: String? = nil, user: String = TestCluster.user, password: Secret = TestCluster.password
    ) async throws -> String {
        let rows = try await tools.run(
            .psql,
            [
                "-XAtq", "--set=ON_ERROR_STOP=1", "--host=\(host)", "--port=\(port)", "--username=\(user)",
                "--dbname=\(database ?? Self.maintenanceDatabase)", "--file=-",
            ],
            input: sql + "\n", variables: ["PGPASSWORD": password.reveal(), "PGCLIENTENCODING": "UTF8"])
        return rows.last == "\n" ? String(rows.dropLast()) : rows
    }
}
