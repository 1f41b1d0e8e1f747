public import BranchingCore

extension EmbeddedCluster {
    /// Where a private cluster is and how it runs.
    public struct Configuration: Sendable {
        /// The directory of all its files, made if it is missing. If we are root, the user `postgres` must be able to
        /// traverse its parents.
        public var directory: String
        /// The directory of PostgreSQL's programs; nil to look for them (``PostgresBinaries/find(in:)``).
        public var binaryDirectory: String?
        /// Settings besides our own, which they override.
        public var settings: [Setting]
        /// How long a start may take, recovery after a crash included.
        public var startLimit: Duration
        /// How long a fast shutdown may take before an immediate one follows.
        public var stopLimit: Duration

        /// Makes a configuration; everything but the directory has a default.
        public init(
            directory: String, binaryDirectory: String? = nil, settings: [Setting] = [],
            startLimit: Duration = .seconds(120), stopLimit: Duration = .seconds(60)
        ) {
            self.directory = directory
            self.binaryDirectory = binaryDirectory
            self.settings = settings
            self.startLimit = startLimit
            self.stopLimit = stopLimit
        }
    }

    /// A setting of the server (manual chapter 20).
    public struct Setting: Sendable, Hashable {
        /// Its name, such as `max_connections`.
        public var name: String
        /// Its value, without quotes.
        public var value: String

        /// Makes a setting.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Where a running cluster can be reached, and how to log in.
    public struct Endpoint: Sendable, Hashable {
        /// The loopback address it listens on.
        public var host: String
        /// The port, of the Unix socket as well. Each start keeps it as long as it is free.
        public var port: Int
        /// The directory of the Unix socket.
        public var socketDirectory: String
        /// The superuser.
        public var user: String
        /// Its password, made at random.
        public var password: Secret
        /// The database for the user's own data.
        public var database: String

        package init(
            host: String, port: Int, socketDirectory: String, user: String, password: Secret, database: String
        ) {
            self.host = host
            self.port = port
            self.socketDirectory = socketDirectory
            self.user = user
            self.password = password
            self.database = database
        }

        /// The connection URL over TCP, with the password in it.
        public var url: Secret {
            let connection = BranchConnection(
                host: host, port: port, database: database, user: user, password: password)
            return Secret(connection.url(includingPassword: true))
        }
    }
}
