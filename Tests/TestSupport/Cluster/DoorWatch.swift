import BranchingPostgres
import Logging

/// A session that checks whether others could connect to temporary databases.
package struct DoorWatch: Sendable {
    private let connection: PostgresConnection

    /// Connects, as the superuser.
    package init(_ cluster: TestCluster) async throws {
        connection = try await PostgresConnection.connect(
            to: try ConnectionParameters(parsing: cluster.adminURL),
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// The question goes by OID: a database that was dropped meanwhile then gives null, where its name is an error.
    ///
    /// - Returns: How many temporary databases there are, and those that one of the roles could connect to.
    package func look(for roles: [String]) async throws -> (found: Int, open: [String]) {
        var open: [String] = []
        let rows = try await connection.query(
            """
            SELECT datname::text AS name,
                   (SELECT pg_catalog.string_agg(rolname, ',') FROM pg_catalog.pg_roles
                    WHERE rolname = ANY ($1::text[]) AND datallowconn
                      AND pg_catalog.has_database_privilege(rolname, d.oid, 'CONNECT')) AS who
            FROM pg_catalog.pg_database AS d WHERE pg_catalog.starts_with(datname, 'ayb_tmp_')
            """, [.text("{\(roles.joined(separator: ","))}")])
        for row in rows {
            if let who: String = try row.optional("who") {
                open.append("\(try row.value("name", as: String.self)): \(who)")
            }
        }
        return (rows.count, open)
    }

    /// Ends it.
    package func close() async { await connection.close() }
}
