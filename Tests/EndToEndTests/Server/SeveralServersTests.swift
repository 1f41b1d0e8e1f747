import BranchingCore
import Glibc
import TestSupport
import Testing

/// Several servers that create and delete the same few branches, in no particular order.
@Suite(.timeLimit(.minutes(5))) struct SeveralServersTests {
    /// Sends requests to one server until the time is up, or the server is gone.
    ///
    /// - Returns: every answer, as a line.
    private static func hammer(_ server: ServerProcess, until end: ContinuousClock.Instant) async throws -> [String] {
        var answers: [String] = []
        while ContinuousClock.now < end {
            let name = "n\(Int.random(in: 0..<4))"
            let strategy = ["auto", "template", "stream", "dump"].randomElement() ?? "auto"
            let answer: ServerProcess.Answer?
            let isCreate = Bool.random()
            if isCreate {
                answer = try await server.request(
                    "POST", APIPath.branches, body: #"{"name":"\#(name)","strategy":"\#(strategy)"}"#,
                    headers: Bool.random() ? [] : ["Prefer: respond-async"])
            } else {
                answer = try await server.request("DELETE", APIPath.branches + "/" + name)
            }
            guard let answer else { break }
            answers.append(
                "\(isCreate ? "create" : "delete") \(answer.status) \(answer.status < 400 ? "" : answer.body)")
        }
        return answers
    }

    /// The allowed answers while others do the same: a template clone whose source another is just reading or copying
    /// fails, by that strategy's nature.
    private static func isExpected(_ answer: String) -> Bool {
        let expected = ["create 201", "create 202", "create 409", "delete 200", "delete 404"]
        return expected.contains { answer.hasPrefix($0) }
            || (answer.hasPrefix("create 502")
                && (answer.contains("is in use, and a template clone")
                    || answer.contains("A template clone is not possible: The source is in use by ")))
    }

    @Test(arguments: [false, true])
    func `side by side they do no harm`(logins: Bool) async throws {
        let scene = try await CrashScene.make(logins: logins)
        try await scene.server { one in
            try await scene.server { two in
                var answers: [String] = []
                // Repeat if other tests kept the machine so busy that nothing was made.
                for _ in 0..<6 where !answers.contains(where: { $0.hasPrefix("create 201") }) {
                    let end = ContinuousClock.now + .seconds(8)
                    answers += try await withThrowingTaskGroup(of: [String].self) { group in
                        for number in 0..<6 {
                            group.addTask { try await Self.hammer(number.isMultiple(of: 2) ? one : two, until: end) }
                        }
                        return try await group.reduce(into: []) { $0 += $1 }
                    }
                }
                let unexpected = answers.filter { !Self.isExpected($0) }
                #expect(unexpected.isEmpty, "\(Set(unexpected))")
                #expect(answers.contains { $0.hasPrefix("create 201") })
                try await scene.waitUntilSettled()
                try await scene.expectInvariants()
                try await scene.expectNoSession()
            }
        }
        try await scene.remove()
    }

    @Test func `killed again and again at any moment, they leave an order that the last one makes`() async throws {
        let scene = try await CrashScene.make()
        for _ in 0..<4 {
            try await scene.server { one in
                try await scene.server { two in
                    let end = ContinuousClock.now + .seconds(10)
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for number in 0..<4 {
                            group.addTask {
                                _ = try await Self.hammer(number.isMultiple(of: 2) ? one : two, until: end)
                            }
                        }
                        for server in [one, two] {
                            group.addTask {
                                // No particular moment is needed, so none is waited for.
                                try await Task.sleep(for: .milliseconds(.random(in: 100...1500)))
                                server.signal(SIGKILL)
                                #expect(try await server.waitForExit() == "signaled(9)")
                            }
                        }
                        try await group.waitForAll()
                    }
                }
            }
        }
        try await scene.server { server in
            try await scene.waitUntilSettled()
            try await scene.expectInvariants()
            try await scene.expectNoSession()
            for number in 0..<4 {
                let path = APIPath.branches + "/n\(number)"
                let status = try await server.request("GET", path)?.status
                #expect(try await server.request("DELETE", path)?.status == status)
                let created = try await server.request("POST", APIPath.branches, body: #"{"name":"n\#(number)"}"#)
                #expect(created?.status == 201, "\(created?.body ?? "")")
            }
            try await scene.expectInvariants()
        }
        try await scene.remove()
    }
}

extension CrashScene {
    /// What must also hold when nothing is in progress: no session works for an operation.
    fileprivate func expectNoSession() async throws {
        try await eventually("no session works for an operation") {
            try await cluster.psql("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'ayb-op-%'")
                == "0"
        }
    }
}
