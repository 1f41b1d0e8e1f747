import Foundation
import Testing

/// Files as in a container: on a read-only file system, with owners and permissions from outside.
@Suite(.timeLimit(.minutes(5))) struct ReadOnlyMountTests {
    /// A private mount needs root, and not a container's.
    private static let canMount =
        geteuid() == 0
        && (try? {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
            process.arguments = ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus == 0
        }()) == true

    /// The results of running a command twice: with the mount writable, and read-only.
    private static func statuses(of command: String, in sandbox: ClientSandbox, owner: Int, mode: String) async throws
        -> String
    {
        let script = """
            mkdir mounted && mount -t tmpfs tmpfs mounted && cd mounted
            printf '0123456789abcdef\\n' >key; printf '[cli]\\noutput = "json"\\n' >ayb.toml
            cp ayb.toml other.toml; chmod \(mode) key *.toml; chown \(owner) key *.toml
            run() { "$AYB" status --url http://127.0.0.1:1 \(command) 2>/dev/null; echo $?; }
            run; mount -o remount,ro "$PWD" && run
            """
        return try await sandbox.shell("unshare --mount /bin/bash -c \"$SCRIPT\"", environment: ["SCRIPT": script])
            .output
    }

    @Test(
        .enabled(if: canMount, "only root outside of a container can mount"),
        arguments: [("--config ../empty --api-key-file key", "2 7"), ("--config other.toml", "2 7"), ("", "2 2")])
    func `whose a file is does not matter where nobody can write, if somebody has named it`(
        command: String, expected: String
    ) async throws {
        try await ClientSandbox.run { sandbox in
            try sandbox.write("empty", "")
            let statuses = try await Self.statuses(of: command, in: sandbox, owner: 54_321, mode: "644")
            #expect(statuses.split(separator: "\n").joined(separator: " ") == expected)
        }
    }

    @Test(
        .enabled(if: canMount, "only root outside of a container can mount"),
        arguments: ["--config ../empty --api-key-file key", "--config other.toml", ""])
    func `permissions to write do not matter where nobody can write`(command: String) async throws {
        try await ClientSandbox.run { sandbox in
            try sandbox.write("empty", "")
            let statuses = try await Self.statuses(of: command, in: sandbox, owner: 0, mode: "666")
            #expect(statuses.split(separator: "\n").joined(separator: " ") == "2 7")
        }
    }
}
