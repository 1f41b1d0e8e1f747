import BranchingCore
import BranchingHTTP
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

struct EventRoutesTests {
    let test = TestAPI(options: .init(eventPollInterval: .milliseconds(2), eventHeartbeat: .milliseconds(20)))

    /// The fields of one event.
    private func fields(_ event: Substring) -> [Substring: Substring] {
        let pairs = event.split(separator: "\n").compactMap { line -> (Substring, Substring)? in
            guard let colon = line.firstRange(of: ": ") else { return nil }
            return (line[..<colon.lowerBound], line[colon.upperBound...])
        }
        return Dictionary(pairs) { $1 }
    }

    /// Waits until a reader has seen earlier changes.
    private func waitUntilSeen(_ polls: Int = 2) async throws {
        let before = await test.service.reads
        _ = try await eventually { await test.service.reads >= before + polls ? true : nil }
    }

    private func createHeld() async throws {
        await test.service.holdClones()
        _ = try await test.send(.post, TestAPI.branches, body: #"{"name":"a"}"#, headers: [.prefer: "respond-async"])
    }

    @Test func `a create is followed to its end`() async throws {
        try await createHeld()
        async let answer = test.send(.get, TestAPI.branches + "/a/events")
        try await waitUntilSeen()
        await test.service.report(
            BranchProgress(phase: .copying, bytesDone: 7, bytesTotal: 9), of: try BranchName("a"))
        // Each poll takes at least 2 ms, and the heartbeat is 20 ms.
        try await waitUntilSeen(20)
        await test.service.releaseClones()

        let stream = try await answer
        #expect(stream.status == .ok)
        #expect(stream.headers[.contentType] == "text/event-stream")
        #expect(stream.text.contains(": \n\n"))
        let events = stream.text.split(separator: "\n\n").map(fields).filter { $0["event"] != nil }
        #expect(events.first?["event"] == "phase")
        #expect(events.last?["event"] == "ready")
        #expect(events.contains { $0["event"] == "progress" && $0["data"]?.contains(#""bytes_done":7"#) == true })
        let ids = events.compactMap { $0["id"].flatMap { Int64($0) } }
        #expect(ids.count == events.count && ids == ids.sorted())
        let last = try APICoder.decoder().decode(Branch.self, from: Data((events.last?["data"] ?? "").utf8))
        #expect(last.status == .ready)

        let again = try await test.send(
            .get, TestAPI.branches + "/a/events", headers: [.lastEventID: "\(ids.last ?? 0)"])
        #expect(again.status == .noContent)
        let older = try await test.send(.get, TestAPI.branches + "/a/events", headers: [.lastEventID: "1"])
        #expect(older.text.contains("event: ready"))
    }

    @Test func `an outage does not end the events`() async throws {
        try await createHeld()
        async let answer = test.send(.get, TestAPI.branches + "/a/events")
        try await waitUntilSeen()
        await test.service.setOutage(.unavailable("PostgreSQL does not answer."))
        try await waitUntilSeen()
        await test.service.setOutage(nil)
        await test.service.releaseClones()
        #expect(try await answer.text.contains("event: ready"))
    }

    @Test func `a branch that is deleted ends its events`() async throws {
        try await createHeld()
        async let answer = test.send(.get, TestAPI.branches + "/a/events")
        try await waitUntilSeen()
        #expect(try await test.send(.delete, TestAPI.branches + "/a").status == .ok)
        #expect(try await answer.text.contains("event: deleted"))
    }

    @Test func `events that are over before the request has ended do no harm`() async throws {
        _ = try await test.send(.post, TestAPI.branches, body: #"{"name":"a"}"#)
        let head =
            "GET \(TestAPI.branches)/a/events HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer \(TestAPI.token)\r\n"
        try await TestServer.run(test.api, on: [.tcp(host: "127.0.0.1", port: 0)]) { server in
            let address = try #require(server.addresses.first)
            // Its body arrives in pieces, after the answer could have been given.
            let late = try await RawConnection(to: address).exchange(
                [head + "Content-Length: 2\r\n\r\n", "x", "x"], pause: .milliseconds(50), until: "event: ready")
            #expect(late.contains("event: ready"))
            // Its body never comes.
            for _ in 0..<20 {
                let connection = try await RawConnection(to: address)
                try await connection.send(head + "Content-Length: 2\r\n\r\nx")
            }
            let whole = try await RawConnection(to: address).exchange([head + "\r\n"], until: "event: ready")
            #expect(whole.contains("event: ready"))
        }
    }

    @Test func `a missing branch has no events`() async throws {
        let answer = try await test.send(.get, TestAPI.branches + "/a/events", headers: [.lastEventID: "1"])
        #expect(answer.status == .notFound)
    }

    @Test(.timeLimit(.minutes(5))) func `a client that hangs up ends its events`() async throws {
        // With a heartbeat too far away to notice the closed connection.
        let test = TestAPI()
        await test.service.holdClones()
        _ = try await test.send(.post, TestAPI.branches, body: #"{"name":"a"}"#, headers: [.prefer: "respond-async"])
        try await TestServer.run(test.api, on: [.tcp(host: "127.0.0.1", port: 0)]) { server in
            let connection = try await RawConnection(to: try #require(server.addresses.first))
            let request =
                "GET \(TestAPI.branches)/a/events HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer \(TestAPI.token)\r\n\r\n"
            let text = try await connection.exchange([request], until: "event: phase")
            #expect(text.contains("event: phase"))
            _ = try await eventually {
                let before = await test.service.reads
                try await Task.sleep(for: .milliseconds(50))
                return await test.service.reads == before ? true : nil
            }
        }
        await test.service.releaseClones()
    }
}
