import AybConfiguration
import BranchingCore
import Glibc

/// An ayb-server for a single command, on a Unix socket in a private directory.
struct PrivateServer {
    /// Its socket.
    let socket: String
    /// Its key.
    let key: Secret
    private let directory: CommandDirectory
    private let process: ChildProcess
    /// Ends the server if this process is killed.
    private let lifeline: Lifeline
    private let stopLimit: Double

    private static let startLimit = 60.0

    /// Starts it and waits until it answers.
    ///
    /// - Parameter database: The database that it branches; nil for a server that has none, and so touches only those
    ///   that requests name.
    ///
    /// Secrets go through the environment, which only this user can read.
    static func start(
        database: Secret?, _ configuration: Configuration, process context: ProcessContext
    ) throws -> PrivateServer {
        let program = try ServerProgram.find(path: context.environment["PATH"])
        let directory = try CommandDirectory()
        let socket = directory.path + "/ayb.sock"
        var generator = SystemRandomNumberGenerator()
        let key = (0..<4).map { _ in String(generator.next() | 1 << 63, radix: 16) }.joined()
        let environment = environment(
            of: context, directory: directory.path, socket: socket, database: database, key: key, configuration)
        let child: ChildProcess
        let lifeline: Lifeline
        do {
            lifeline = try Lifeline()
            child = try ChildProcess.spawn(
                program, arguments: ["--until-input-ends"], environment: environment, input: lifeline.theirs,
                output: directory.log)
        } catch {
            directory.remove()
            throw error
        }
        Interrupt.terminateOnSecondSignal(child.id)
        let server = PrivateServer(
            socket: socket, key: Secret(key), directory: directory, process: child, lifeline: lifeline,
            stopLimit: Double(configuration.server.shutdownTimeout + 10))
        do {
            try server.waitUntilLive()
        } catch {
            server.stop()
            throw error
        }
        return server
    }

    /// The private server's environment: this process's, with everything replaced that says where it listens, what it
    /// works on and where it keeps files.
    static func environment(
        of context: ProcessContext, directory: String, socket: String, database: Secret?, key: String,
        _ configuration: Configuration
    ) -> [String: String] {
        var environment = context.environment
        for variable in ["AYB_URL", "AYB_CLI_URL", "AYB_API_KEY", "AYB_CLI_API_KEY", "AYB_ADMIN_TOKEN_FILE"] {
            environment[variable] = nil
        }
        // What counts here counts there. The server finds and judges an untrusted file again; the trust is recorded in
        // an AYB_HOME that it does not see.
        if let file = configuration.file, file.isTrusted { environment["AYB_CONFIG"] = file.path }
        environment["AYB_HOME"] = directory
        environment["AYB_SERVER_HOST"] = ""
        environment["AYB_SERVER_SOCKET"] = socket
        environment["AYB_DATABASE_URL"] = database?.reveal()
        if database == nil { environment["AYB_BRANCHING_ENABLED"] = "false" }
        environment["AYB_DATABASE_EMBEDDED"] = "false"
        // It runs as the user who names the database: a socket gives them nothing that is not theirs.
        environment["AYB_DATABASE_ALLOW_SOCKET_SOURCES"] = "true"
        environment["AYB_ADMIN_TOKEN"] = key
        return environment
    }

    /// Ends it and removes its directory.
    func stop() {
        withExtendedLifetime(lifeline) { process.stop(within: stopLimit) }
        Interrupt.terminateOnSecondSignal(nil)
        directory.remove()
    }

    /// Runs a command; if the server went away during it, the error includes the end of its log.
    func explaining(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as ClientError where error.problem == nil && error.status == .unavailable {
            guard let tail = LogTail.read(directory.logFile) else { throw error }
            throw ClientError(error.status, error.message + " It said:\n" + tail)
        }
    }

    private func waitUntilLive() throws {
        let api = APIClient(
            http: try HTTPClient(.socket(socket), isInterrupted: { Interrupt.isPending }), key: nil,
            deadline: Deadline(seconds: Self.startLimit))
        var milliseconds = 5
        while true {
            try Interrupt.check()
            if UnixSocket.isListening(socket), (try? api.answers(APIPath.live)) == true { return }
            if let code = process.ending() {
                throw ClientError(ExitStatus(serverCode: code), "ayb-server did not start. It said:\n" + said)
            }
            guard !api.deadline.hasPassed else {
                throw ClientError(
                    .timeout, "ayb-server did not answer within \(Int(Self.startLimit)) s. It said:\n" + said)
            }
            Interrupt.pause(milliseconds: milliseconds)
            milliseconds = min(milliseconds * 2, 50)
        }
    }

    private var said: String { LogTail.read(directory.logFile) ?? "(nothing)" }
}

/// A pipe that nothing is written to. However this process ends, the kernel closes our end, and the reader of the other
/// end notices.
final class Lifeline: Sendable {
    /// The end for the other process.
    let theirs: Int32
    private let ours: Int32

    init() throws(SystemFailure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemFailure("make a pipe") }
        // No other program started here may hold it open. Nothing here starts one meanwhile.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (theirs, ours) = (ends[0], ends[1])
    }

    deinit {
        close(theirs)
        close(ours)
    }
}
