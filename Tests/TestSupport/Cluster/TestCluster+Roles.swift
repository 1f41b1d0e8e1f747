package import BranchingCore

/// The roles of every cluster, set up as in docs/deployment.md. All have the superuser's password.
extension TestCluster {
    /// The role of the server: LOGIN, CREATEDB, a member of the sources' owner, and pg_signal_backend.
    package static let serverRole = "ayb"
    /// The same with CREATEROLE, for logins.
    package static let loginServerRole = "ayb_maker"
    /// The owner of the sources.
    package static let ownerRole = "app_owner"
    /// Somebody who may log in and nothing else.
    package static let outsiderRole = "outsider"
    /// Somebody else who may make databases.
    package static let strangerRole = "mallory"

    /// The role that a test's server works as.
    package enum ServerRole: Sendable {
        /// As documented, on a source of ``TestCluster/ownerRole``.
        case documented
        /// As documented for logins of branches.
        case withLogins
        /// As the superuser, on its own source: for what only a superuser can restore or set up.
        case superuser

        /// The role itself.
        package var name: String {
            switch self {
            case .documented: serverRole
            case .withLogins: loginServerRole
            case .superuser: user
            }
        }
        /// The owner of its sources.
        package var ownerOfSources: String { self == .superuser ? user : ownerRole }
    }

    func makeRoles() async throws {
        let password = Self.password.reveal().replacing("'", with: "''")
        try await psql(
            """
            CREATE ROLE \(Self.ownerRole) LOGIN PASSWORD '\(password)';
            CREATE ROLE \(Self.serverRole) LOGIN CREATEDB PASSWORD '\(password)';
            CREATE ROLE \(Self.loginServerRole) LOGIN CREATEDB CREATEROLE PASSWORD '\(password)';
            GRANT \(Self.ownerRole), pg_signal_backend TO \(Self.serverRole), \(Self.loginServerRole);
            CREATE ROLE \(Self.outsiderRole) LOGIN PASSWORD '\(password)';
            CREATE ROLE \(Self.strangerRole) LOGIN CREATEDB PASSWORD '\(password)';
            """)
    }

    /// The connection URL of a database for the server's role.
    package func serverURL(database: String, as role: ServerRole = .documented) -> Secret {
        url(database: database, user: role.name)
    }

    /// Makes a source: a database with a unique name, whose owner has run the statements in it.
    ///
    /// - Returns: its name.
    package func createSource(_ statements: [String] = [], for role: ServerRole = .documented) async throws -> String {
        let owner = role.ownerOfSources
        let name = try await createDatabase(owner: owner)
        if !statements.isEmpty { try await psql(statements.joined(separator: ";\n"), database: name, user: owner) }
        return name
    }
}
