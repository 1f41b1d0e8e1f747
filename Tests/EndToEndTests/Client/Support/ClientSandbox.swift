import Foundation
import TestSupport

/// A test's directory with an `AYB_HOME`, in which `ayb` runs. The machine's configuration is invisible. A local server
/// started in it is stopped at the end.
final class ClientSandbox: Sendable {
    /// The private `AYB_HOME`. A private PostgreSQL's user may pass through it.
    let home: String
    /// The working directory.
    let directory: String
    private let cluster: EmbeddedSandbox

    private init() throws {
        cluster = try EmbeddedSandbox(subdirectory: "h/postgres")
        home = URL(fileURLWithPath: cluster.directory).deletingLastPathComponent().path
        directory = URL(fileURLWithPath: home).deletingLastPathComponent().path + "/work"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
    }

    /// Makes one, and ends what was started in it after the body.
    static func run(_ body: (ClientSandbox) async throws -> Void) async throws {
        let sandbox = try ClientSandbox()
        do {
            try await body(sandbox)
        } catch {
            try? await sandbox.end()
            throw error
        }
        try await sandbox.end()
    }

    /// The socket of its local server.
    var socket: String { home + "/run/ayb.sock" }

    /// The process id of its local server, from its file.
    var serverProcess: Int32? {
        let text = try? String(contentsOfFile: home + "/ayb-server.pid", encoding: .utf8)
        return text.flatMap { Int32($0.filter(\.isNumber)) }
    }

    /// The environment of `ayb` here.
    func environment(_ more: [String: String] = [:]) -> [String: String] {
        var environment = [
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": directory,
            "AYB_HOME": home, "AYB_SERVER_HOST": "", "AYB_SERVER_PORT": "0", "TMPDIR": directory,
        ]
        environment.merge(more) { $1 }
        return environment
    }

    /// Runs `ayb` here.
    func ayb(
        _ arguments: String..., environment: [String: String] = [:],
        whileRunning: (@Sendable (Int32) async throws -> Void)? = nil
    ) async throws -> ClientOutcome {
        try await ayb(arguments, environment: environment, whileRunning: whileRunning)
    }

    /// Runs `ayb` here.
    func ayb(
        _ arguments: [String], environment: [String: String] = [:],
        whileRunning: (@Sendable (Int32) async throws -> Void)? = nil
    ) async throws -> ClientOutcome {
        // As from a terminal, even if the tests run in the background of a shell, which ignores SIGINT.
        try await ClientProgram.run(
            "/usr/bin/env", ["--default-signal=INT", ClientProgram.path()] + arguments, in: directory,
            environment: self.environment(environment),
            whileRunning: whileRunning)
    }

    /// Runs a shell line; `$AYB` is the program.
    func shell(_ line: String, environment: [String: String] = [:]) async throws -> ClientOutcome {
        try await ClientProgram.run(
            "/bin/bash", ["-c", line], in: directory, environment: shellEnvironment(environment))
    }

    /// Runs a shell line on a terminal; what it writes there is in `output`, and `input` is typed.
    func terminal(_ line: String, input: String = "", environment: [String: String] = [:]) async throws
        -> ClientOutcome
    {
        try await ClientProgram.run(
            "/usr/bin/script", ["--quiet", "--return", "--command", line, "/dev/null"], in: directory,
            environment: shellEnvironment(["TERM": "xterm", "SHELL": "/bin/bash"].merging(environment) { $1 }),
            input: input)
    }

    /// Writes a file into the working directory, and returns its path.
    @discardableResult
    func write(_ name: String, _ text: String, permissions: Int = 0o600) throws -> String {
        let path = directory + "/" + name
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
        return path
    }

    private func shellEnvironment(_ more: [String: String]) throws -> [String: String] {
        environment(more).merging(["AYB": try ClientProgram.path()]) { $1 }
    }

    private func end() async throws {
        guard FileManager.default.fileExists(atPath: home + "/ayb-server.pid") else { return }
        let stopped = try await ayb("stop")
        if stopped.status != 0, let process = serverProcess { kill(process, SIGKILL) }
    }
}
