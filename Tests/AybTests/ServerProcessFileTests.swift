import AybConfiguration
import Foundation
import Testing

@Suite struct ServerProcessFileTests {
    private let directory: TemporaryDirectory
    private var path: String { directory.path + "/ayb-server.pid" }

    init() throws { directory = try TemporaryDirectory() }

    @Test func `whoever holds the file is known by its process id`() throws {
        #expect(try ServerProcessFile.holder(at: path) == nil)
        do {
            let file = try ServerProcessFile.acquire(at: path)
            #expect(try ServerProcessFile.holder(at: path) == getpid())
            #expect(try ServerProcessFile.isHeld(at: path))
            _ = consume file
        }
        #expect(try ServerProcessFile.holder(at: path) == nil)
    }

    @Test func `a second server is refused, and the error names the first`() throws {
        let file = try ServerProcessFile.acquire(at: path)
        do {
            _ = try ServerProcessFile.acquire(at: path)
            Issue.record("two servers hold one file")
        } catch {
            guard case .held(by: getpid()) = error else {
                Issue.record("another failure: \(error)")
                return
            }
        }
        _ = consume file
    }

    @Test func `an id that nobody locks is stale, even if a process has it`() throws {
        try directory.write("ayb-server.pid", "\(getpid())\n")
        #expect(try ServerProcessFile.holder(at: path) == nil)
    }

    @Test func `those who only look do not keep a server from starting`() async throws {
        let path = path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { for _ in 0..<200 { _ = try ServerProcessFile.isHeld(at: path) } } }
            for _ in 0..<50 {
                let file = try ServerProcessFile.acquire(at: path)
                _ = consume file
            }
            try await group.waitForAll()
        }
    }
}
