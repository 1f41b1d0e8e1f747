import Foundation
import TestSupport
import Testing

/// A process with keys leaves no core file, whoever started it and with whatever limits.
@Suite(.timeLimit(.minutes(5))) struct CoreFileTests {
    /// Soft and hard limit, from /proc/PID/limits.
    private static func limits(of process: Int32) throws -> [Substring] {
        let text = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
        let name = "Max core file size"
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name) })
        return Array(line.dropFirst(name.count).split(separator: " ").prefix(2))
    }

    @Test(arguments: ["ayb-server", "ayb"]) func `it writes no core file`(_ name: String) async throws {
        // A silent server, so that the client lives long enough to be inspected.
        let silent = try ListeningSocket()
        let arguments = name == "ayb" ? ["branch", "list", "--url", silent.url, "--timeout", "60"] : []
        try await ClientSandbox.run { sandbox in
            let outcome = try await ClientProgram.run(
                "/bin/bash",
                ["-c", #"ulimit -c unlimited || :; exec "$0" "$@""#, try ClientProgram.path(name)] + arguments,
                in: sandbox.directory, environment: sandbox.environment(["AYB_DATABASE_EMBEDDED": "false"])
            ) { process in
                try await eventually("core files are off") { try Self.limits(of: process) == ["0", "0"] }
                kill(process, SIGTERM)
            }
            #expect(!outcome.errors.contains("cannot switch off"))
        }
    }
}
