import ArgumentParser
import AybConfiguration
import Glibc

/// Runs the command line, and turns any error into a message on stderr and an exit code.
@main
enum EntryPoint {
    static func main() {
        exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    static func run(_ arguments: [String]) -> ExitStatus {
        // A reader that goes away must not end this process before it has stopped its server.
        signal(SIGPIPE, SIG_IGN)
        do {
            try CoreFiles.forbid()
            var command = try AybCommand.parseAsRoot(arguments)
            try command.run()
            return .success
        } catch let error as ClientError {
            return report(error)
        } catch let error as ConfigurationError {
            Console.standard.tell("ayb: \(error)")
            return .usage
        } catch let error as SystemFailure {
            Console.standard.tell("ayb: \(error)")
            return .failure
        } catch {
            return report(error)
        }
    }

    /// The argument parser's errors, and its help, which it throws as well. It exits with 64 where we use 2.
    private static func report(_ error: any Error) -> ExitStatus {
        let message = AybCommand.fullMessage(for: error)
        guard AybCommand.exitCode(for: error).rawValue == 0 else {
            Console.standard.tell(message)
            return AybCommand.exitCode(for: error) == .validationFailure ? .usage : .failure
        }
        do {
            try Console.standard.show(verbatim: message)
            return .success
        } catch {
            return report(error)
        }
    }

    private static func report(_ error: ClientError) -> ExitStatus {
        if !error.message.isEmpty { Console.standard.tell("ayb: " + error.message) }
        return error.status
    }
}
