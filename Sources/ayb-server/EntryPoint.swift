import ArgumentParser
import AybConfiguration
import BranchingCore
import Glibc

/// `ayb-server`: the daemon.
@main
struct EntryPoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ayb-server",
        abstract: "Isolated, writable branches of a PostgreSQL database, as a REST API.",
        discussion: """
            Serves the API on a TCP address and a Unix socket, and runs until it gets SIGTERM or SIGINT. Without a database \
            URL it runs a private PostgreSQL.

            Flags override the environment, the environment ayb.toml, and ayb.toml the defaults. Give the database URL \
            in AYB_DATABASE_URL or ayb.toml rather than in the flag: every user of the machine can read flags.

            An ayb.toml that others can write, or replace, is refused. One that was found in the working directory may set \
            almost nothing before 'ayb trust'; one that --config or AYB_CONFIG names may set everything.

            EXAMPLES
              ayb-server
              AYB_DATABASE_URL=postgresql://ayb@db.example/app ayb-server --port 8090
              ayb-server --config /etc/ayb/ayb.toml --branch feature-auth

            EXIT CODES
              0 stopped as asked, 1 could not start or had to stop, 2 wrong flags or configuration
            """,
        version: AybVersion.current)

    @OptionGroup var options: ServerOptions

    func run() async throws {
        // Writing to a client that is gone is an ordinary error.
        signal(SIGPIPE, SIG_IGN)
        do {
            do { try CoreFiles.forbid() } catch { throw StartError(message: "\(error)") }
            try await Server(options: options).run()
        } catch let error as StartError {
            FileDescriptorOutput.standardError.write("ayb-server: \(VisibleText.paragraph(error.message))\n")
            throw ExitCode(error.exitCode)
        }
    }

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            // Usage errors are 2 here, as in most tools, not sysexits' 64.
            let code = exitCode(for: error)
            guard code == .validationFailure else { exit(withError: error) }
            FileDescriptorOutput.standardError.write(VisibleText.paragraph(fullMessage(for: error)) + "\n")
            Glibc.exit(2)
        }
    }
}
