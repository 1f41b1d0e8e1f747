import Foundation
import TestSupport
import Testing

/// What a killed `ayb` leaves.
@Suite(.timeLimit(.minutes(5))) struct LeftDirectoryTests {
    private static func left(in sandbox: ClientSandbox) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: sandbox.directory).filter { $0.hasPrefix("ayb-run-") }
    }

    @Test func `the directory of a killed client and its log are removed by the next command`() async throws {
        try await ClientSandbox.run { sandbox in
            let listener = try ListeningSocket()
            let port = try #require(listener.url.split(separator: ":").last)
            // A server that waits for an answer that never comes.
            let waiting = ["AYB_DATABASE_URL": "postgresql://u@127.0.0.1:\(port)/d?connect_timeout=8"]
            let killed = try await sandbox.ayb("branch", "list", environment: waiting) { process in
                try await eventually("the private server runs") {
                    try !ProcessTable.mentioning(sandbox.directory).isEmpty
                }
                let before = try Self.left(in: sandbox)
                #expect(before.count == 1)
                // One in use stays, whatever other commands run.
                let other = try await sandbox.ayb(
                    "branch", "list", environment: ["AYB_DATABASE_URL": "postgresql://u@127.0.0.1:1/d"])
                #expect(other.status == 7)
                #expect(try Self.left(in: sandbox) == before)
                kill(process, SIGKILL)
            }
            #expect(killed.status == -SIGKILL)
            #expect(try Self.left(in: sandbox).count == 1)
            try await eventually("the server has noticed", within: .seconds(120)) {
                try ProcessTable.mentioning(sandbox.directory).isEmpty
            }
            _ = try await sandbox.ayb(
                "branch", "list", environment: ["AYB_DATABASE_URL": "postgresql://u@127.0.0.1:1/d"])
            #expect(try Self.left(in: sandbox).isEmpty)
        }
    }
}
