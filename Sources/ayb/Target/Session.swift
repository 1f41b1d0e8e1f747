import AybConfiguration
import BranchingCore

/// What a command works with: a running server, and the terminal.
struct Session {
    /// The server.
    let api: APIClient
    /// The terminal.
    let console: Console
    /// How results are printed.
    let renderer: Renderer
    /// Whether the server ends with the command.
    var isPrivate = false

    /// Finds or starts the server, runs the command, and stops what it started.
    ///
    /// - Parameters:
    ///   - startsServer: whether to start a local server if there is nowhere else to go.
    ///   - needsDatabase: false for a command that needs no branch and no record. Then a private server without a
    ///     database serves it, unless one is named or runs, and nothing is made anywhere.
    ///   - sendsConnectionString: whether the request contains a connection string.
    static func run(
        _ options: ConnectionOptions, output: Output? = nil, startsServer: Bool = true, needsDatabase: Bool = true,
        sendsConnectionString: Bool = false, _ body: (Session) throws -> Void
    ) throws {
        Interrupt.install()
        let console = Console(quiet: options.quiet)
        let configuration = try options.configuration(output: output)
        console.warn(configuration.warnings)
        let process = ProcessContext.current()
        let home = try AybHome(process: process)
        let target = try Target.resolve(configuration, home: home)
        let source = try KeySource.choose(
            for: target, configuration, sendsConnectionString: sendsConnectionString)
        let renderer = Renderer(format: Output(rawValue: configuration.client.output) ?? .table)
        let deadline = options.deadline

        func session(_ address: ServerAddress, key: Secret?, from origin: String? = nil) throws -> Session {
            if key != nil, address.isPlainText {
                console.warn(["The key goes to \(address) unencrypted: use https."])
            }
            let http = try HTTPClient(
                address, certificates: process.environment["SSL_CERT_FILE"], isInterrupted: { Interrupt.isPending })
            return Session(
                api: APIClient(http: http, key: key, keyOrigin: origin, deadline: deadline), console: console,
                renderer: renderer)
        }

        func runPrivately(_ database: Secret?) throws {
            let server = try PrivateServer.start(database: database, configuration, process: process)
            defer { server.stop() }
            try server.explaining {
                var session = try session(.socket(server.socket), key: server.key)
                session.isPrivate = true
                try body(session)
            }
        }

        switch target {
        case .server(let address, _):
            try body(session(address, key: source.key(), from: source.origin(configuration)))
        case .database(let url, _):
            try runPrivately(needsDatabase ? url : nil)
        case .local(let socket, _):
            let local = try LocalServer(configuration, process: process)
            if !local.isListening {
                guard needsDatabase else { return try runPrivately(nil) }
                guard startsServer else {
                    throw ClientError(.unavailable, "no local server is running. Start one with 'ayb start'.")
                }
                console.tell("No server is running: starting one with a private PostgreSQL (stop it with 'ayb stop').")
                try local.start(StartRequest(), console: console)
            }
            try body(
                session(.socket(socket), key: source.key() ?? local.key(), from: source.origin(configuration)))
        }
    }
}

extension KeySource {
    /// The key itself, unless it is the local server's.
    func key() throws(ConfigurationError) -> Secret? {
        switch self {
        case .file(let path): try KeyFile.read(path)
        case .value(let key): key
        case .localServer, .none: nil
        }
    }
}
