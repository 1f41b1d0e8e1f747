import BranchingCore
import BranchingHTTP
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct FeedRoutesTests {
    private static let head = "GET \(APIPath.feed)"

    private let test = TestAPI(
        options: .init(feedPollInterval: .milliseconds(5), eventHeartbeat: .milliseconds(60)))

    /// What a client gets until a text appears, without the header of the answer.
    private func follow(
        _ address: ListenAddress, after seen: String? = nil, query: String = "", until end: String
    ) async throws -> FeedText {
        let id = seen.map { "Last-Event-ID: \($0)\r\n" } ?? ""
        let request =
            "\(Self.head)\(query) HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer \(TestAPI.token)\r\n\(id)\r\n"
        let text = try await RawConnection(to: address).exchange([request], until: end)
        #expect(text.lowercased().contains("\r\ncontent-type: text/event-stream\r\n"))
        // Each chunk begins with a line that has its size, and ends with a line break.
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        return FeedText(lines.filter { Int($0, radix: 16) == nil }.joined(separator: "\n"))
    }

    private func serving(_ body: @Sendable (ListenAddress) async throws -> Void) async throws {
        try await TestServer.run(test.api, on: [.tcp(host: "127.0.0.1", port: 0)]) { server in
            try await body(try #require(server.addresses.first))
        }
    }

    @Test func `all branches come first, then what happens to them`() async throws {
        try await test.create("a")
        try await serving { address in
            async let feed = follow(address, until: #""name":"a"}"# + "\n\n")
            _ = try await eventually { await test.service.changeReads > 1 ? true : nil }
            try await test.create("b")
            _ = try await test.send(.delete, TestAPI.branches + "/a")
            let story = try await feed.story
            #expect(story.prefix(2) == ["reset", "a"])
            #expect(story.last == "-a")
            #expect(story.contains("b"))
        }
    }

    @Test func `a client that connects again gets what it missed, by header or parameter`() async throws {
        try await test.create("a")
        try await serving { address in
            let whole = try await follow(address, until: #""status":"ready""#)
            let position = whole.lastID
            try await test.create("b")
            _ = try await test.send(.delete, TestAPI.branches + "/a")
            for text in [
                try await follow(address, after: position, until: #""name":"a"}"#),
                try await follow(address, query: "?after=\(position)", until: #""name":"a"}"#),
            ] {
                #expect(Set(try text.story).isSuperset(of: ["b", "-a"]))
                #expect(text.events.first?.name != "reset")
            }
            let strange = try await follow(address, after: "nonsense", until: #""name":"b""#)
            #expect(strange.events.first?.name == "reset")
        }
    }

    @Test func `silence is broken by comments, also while PostgreSQL is away`() async throws {
        try await serving { address in
            async let feed = follow(address, until: #""name":"a""#)
            _ = try await eventually { await test.service.changeReads > 1 ? true : nil }
            await test.service.setOutage(.unavailable("PostgreSQL does not answer."))
            try await Task.sleep(for: .milliseconds(300))
            await test.service.setOutage(nil)
            try await test.create("a")
            let text = try await feed
            #expect(text.comments >= 2)
        }
    }

    @Test func `a feed that cannot begin is refused`() async throws {
        await test.service.setOutage(.unavailable("PostgreSQL does not answer."))
        let answer = try await test.send(.get, APIPath.feed)
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.headers[.retryAfter] != nil)
    }

    @Test func `a hundred streams share one reader, and nobody reads once they are gone`() async throws {
        let test = TestAPI(options: .init(feedPollInterval: .milliseconds(50)))
        try await TestServer.run(test.api, on: [.tcp(host: "127.0.0.1", port: 0)]) { server in
            let address = try #require(server.addresses.first)
            let request = "\(Self.head) HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer \(TestAPI.token)\r\n\r\n"
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        try await RawConnection(to: address).exchange([request], until: #""name":"last""#)
                    }
                }
                // Each stream reads once when it begins, at most.
                _ = try await eventually { await test.service.changeReads > 3 ? true : nil }
                let (clock, before) = (ContinuousClock(), await test.service.changeReads)
                let start = clock.now
                try await Task.sleep(for: .seconds(1))
                let reads = await test.service.changeReads - before
                #expect(reads <= 100 + Int((clock.now - start) / .milliseconds(50)) + 2)
                try await test.create("last")
                for try await text in group { #expect(text.contains(#""name":"last""#)) }
            }
            _ = try await eventually {
                let before = await test.service.changeReads
                try await Task.sleep(for: .milliseconds(200))
                return await test.service.changeReads == before ? true : nil
            }
        }
    }

    @Test func `a graceful stop ends the streams`() async throws {
        let test = TestAPI()
        let answer = try await TestServer.run(test.api, on: [.tcp(host: "127.0.0.1", port: 0)]) { server in
            let address = try #require(server.addresses.first)
            let request = "\(Self.head) HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer \(TestAPI.token)\r\n\r\n"
            async let whole = RawConnection(to: address).exchange([request])
            _ = try await eventually { await test.service.changeReads > 1 ? true : nil }
            await server.stop()
            return try await whole
        }
        // The last chunk: the answer is complete.
        #expect(answer.hasSuffix("0\r\n\r\n"))
    }
}
