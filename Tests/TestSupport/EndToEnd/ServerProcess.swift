package import BranchingCore
import FoundationEssentials
import Glibc
package import Subprocess
import SystemPackage

/// A real `ayb-server` as a child process, on a Unix socket in its own directory.
package struct ServerProcess: Sendable {
    /// The admin token.
    package static let token = "a-token-of-the-tests"

    /// Its home directory.
    package let home: String
    /// Its process id.
    package let pid: Int32
    private let exit: ExitBox

    /// Its Unix socket.
    package var socket: String { home + "/ayb.sock" }

    /// Its log so far.
    package func log() throws -> String { try String(contentsOfFile: home + "/log", encoding: .utf8) }

    /// Runs a server while the body runs, then ends it, however the body ends.
    ///
    /// - Parameters:
    ///   - database: The database URL; nil for none.
    ///   - arguments: Its flags.
    ///   - variables: More environment variables.
    ///   - input: Its standard input.
    ///   - waiting: Whether to wait until the socket answers before the body runs.
    package static func run<Value: Sendable>(
        database: Secret?, control: String = "ayb_control", arguments: [String] = [],
        variables: [String: String] = [:], input: some InputProtocol = .none, waiting: Bool = true,
        _ body: @escaping @Sendable (ServerProcess) async throws -> Value
    ) async throws -> Value {
        let home = "/tmp/ayb-e2e-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        try FileManager.default.createDirectory(
            atPath: home, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o711])
        defer { try? FileManager.default.removeItem(atPath: home) }
        var environment: [Environment.Key: String] = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "AYB_HOME": home,
            "AYB_SERVER_HOST": "", "AYB_SERVER_SOCKET": home + "/ayb.sock", "AYB_ADMIN_TOKEN": token,
            "AYB_BRANCHING_CONTROL_DATABASE": control, "AYB_DATABASE_EMBEDDED": "false", "AYB_LOGGING_LEVEL": "trace",
        ]
        environment["AYB_DATABASE_URL"] = database?.reveal()
        for (name, value) in variables { environment[Environment.Key(stringLiteral: name)] = value }
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(15))]
        let log = try FileDescriptor.open(
            FilePath(home + "/log"), .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
        let exit = ExitBox()
        return try await withThrowingTaskGroup(of: Value?.self) { [environment, options] group in
            let (started, continuation) = AsyncStream<Int32>.makeStream()
            group.addTask {
                let result = try await Subprocess.run(
                    .path(FilePath(program)), arguments: Arguments(arguments), environment: .custom(environment),
                    platformOptions: options,
                    input: input, output: .discarded, error: .fileDescriptor(log, closeAfterSpawningProcess: true)
                ) { execution in
                    continuation.yield(execution.processIdentifier.value)
                    continuation.finish()
                }
                await exit.set("\(result.terminationStatus)")
                return nil
            }
            group.addTask {
                var pids = started.makeAsyncIterator()
                guard let pid = await pids.next() else { throw ServerProcessError.notStarted }
                let server = ServerProcess(home: home, pid: pid, exit: exit)
                if waiting { try await server.waitUntilLive() }
                return try await body(server)
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw ServerProcessError.notStarted
        }
    }

    /// Waits until the server has ended by itself, or was killed.
    ///
    /// - Returns: how it ended, such as `exited(1)` or `signaled(9)`.
    package func waitForExit(within limit: Duration = .seconds(30)) async throws -> String {
        try await eventually("the server has ended", within: limit) { await exit.status != nil }
        return await exit.status ?? ""
    }

    /// Sends a signal.
    package func signal(_ signal: Int32) { kill(pid, signal) }

    private func waitUntilLive() async throws {
        try await eventually("the server answers") {
            if await exit.status != nil { throw ServerProcessError.ended(log: try log()) }
            return try await request("GET", APIPath.live)?.status == 200
        }
    }

    private static var program: String {
        let bundle = CommandLine.arguments.first ?? ""
        return FilePath(bundle).removingLastComponent().appending("ayb-server").string
    }

    private actor ExitBox {
        private(set) var status: String?
        func set(_ status: String) { self.status = status }
    }
}

/// What can go wrong with a server of the tests.
package enum ServerProcessError: Error {
    case notStarted
    case ended(log: String)
}
