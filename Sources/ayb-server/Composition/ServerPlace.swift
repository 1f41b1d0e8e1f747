import AybConfiguration
import BranchingCore
import BranchingHTTP
import FoundationEssentials
import Glibc

/// Where a server lives: its home directory, its sockets and its key.
struct ServerPlace: ~Copyable {
    let home: AybHome
    private let socket: String
    /// Held by the local server of this home.
    private let processFile: ServerProcessFile?

    private init(home: AybHome, socket: String, processFile: consuming ServerProcessFile?) {
        self.home = home
        self.socket = socket
        self.processFile = processFile
    }

    /// Takes the place.
    ///
    /// - Throws: ``StartError`` if another server has it.
    static func take(_ configuration: Configuration) throws(StartError) -> ServerPlace {
        let home: AybHome
        do {
            home = try AybHome()
            try home.prepare()
        } catch let error as ConfigurationError {
            throw .configuration("\(error)")
        } catch {
            throw StartError(message: "The directory of ayb cannot be used: \(error). Set AYB_HOME to another one.")
        }
        let socket = configuration.server.socket ?? home.socket
        guard socket == home.socket else { return ServerPlace(home: home, socket: socket, processFile: nil) }
        do {
            let file = try ServerProcessFile.acquire(at: home.processFile)
            return ServerPlace(home: home, socket: socket, processFile: file)
        } catch {
            switch error {
            case .held(let process):
                let id = process.map { " (process \($0))" } ?? ""
                throw StartError(
                    message:
                        "A server of \(home.path) is already running\(id). Stop it with 'ayb stop', or set AYB_HOME.")
            case .system(let failure): throw StartError(message: "\(failure)")
            }
        }
    }

    /// Checks that nobody else can replace the certificate, or the key that clients trust us by.
    ///
    /// Whoever opens a missing file reports it.
    func checkTLS(_ configuration: Configuration) throws(StartError) {
        guard let tls = configuration.server.tls else { return }
        for path in [tls.certificate, tls.key] {
            guard let weakness = try? WriteAccess().weakness(of: path) else { continue }
            throw .configuration("\(path): TLS does not use this file: \(weakness.text(for: path))")
        }
    }

    /// The admin token.
    func token(_ configuration: Configuration) throws(StartError) -> Secret {
        do {
            return try AdminToken.load(configuration, home: home)
        } catch {
            throw .configuration("\(error)")
        }
    }

    /// Where to listen.
    func addresses(_ configuration: Configuration) -> [ListenAddress] {
        var addresses = [ListenAddress.unixSocket(path: socket)]
        if configuration.server.listensOnTCP {
            addresses.append(
                .tcp(
                    host: configuration.server.host, port: configuration.server.port,
                    tls: configuration.server.tls.map { TLSFiles(certificate: $0.certificate, key: $0.key) }))
        }
        return addresses
    }
}

/// This process's environment.
enum ProcessEnvironment {
    /// libpq and PostgreSQL's programs read `PG*`: leftovers from a shell must not change where we connect, or lend our
    /// credentials to a source that a user names.
    static func clearPostgresVariables() {
        for name in ProcessInfo.processInfo.environment.keys where name.hasPrefix("PG") { unsetenv(name) }
    }
}
