import BranchingCore
import Subprocess
import TestSupport
import Testing

/// The feed of all branches, from two servers on one cluster.
@Suite(.timeLimit(.minutes(5))) struct SeveralFeedsTests {
    /// What a stream brings until it has a text, tried again for as long as it takes.
    private static func feed(_ server: ServerProcess, after id: String? = nil, until end: String) async throws -> String
    {
        for seconds in [2, 5, 10, 30] {
            let configuration = """
                silent
                no-buffer
                max-time = \(seconds)
                unix-socket = "\(server.socket)"
                header = "Authorization: Bearer \(ServerProcess.token)"
                url = "http://localhost\(APIPath.feed)\(id.map { "?after=\($0)" } ?? "")"
                """
            // curl fails at the end of its time, but has written what came.
            let text = try await Subprocess.run(
                .name("curl"), arguments: ["--config", "-"], input: .string(configuration),
                output: .string(limit: 1 << 20), error: .discarded
            ).standardOutput
            if text.contains(end) { return text }
        }
        throw MissingEvent(text: end)
    }

    private struct MissingEvent: Error {
        let text: String
    }

    @Test func `each server tells what the other does, and continues from the other's ids`() async throws {
        let scene = try await CrashScene.make()
        try await scene.server { one in
            try await scene.server { two in
                let created = try await one.request("POST", APIPath.branches, body: #"{"name":"a"}"#)
                #expect(created?.status == 201)
                let first = try await Self.feed(two, until: #""status":"ready""#)
                #expect(first.hasPrefix("id: 0\nevent: reset\n"))
                let id = try #require(first.split(separator: "\n").last { $0.hasPrefix("id: ") }).dropFirst(4)
                #expect(try await one.request("DELETE", APIPath.branches + "/a")?.status == 200)
                _ = try await one.request("POST", APIPath.branches, body: #"{"name":"b"}"#)
                for server in [one, two] {
                    let next = try await Self.feed(server, after: String(id), until: #""name":"b""#)
                    #expect(!next.contains("event: reset"))
                    #expect(next.contains("event: removed") && next.contains(#""name":"a"}"#))
                }
            }
        }
        try await scene.remove()
    }
}
