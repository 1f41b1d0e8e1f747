import BranchingCore
import TestSupport
import Testing

/// The metrics of a real server: their values are what was done to it.
@Suite(.timeLimit(.minutes(5))) struct MetricsTests {
    private static func scrape(_ server: ServerProcess, address: String? = nil, key: String? = ServerProcess.token)
        async throws -> PrometheusText
    {
        let answer = try #require(try await server.request("GET", "/metrics", key: key, address: address))
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        return try PrometheusText(answer.body)
    }

    @Test func `they count what was done, without the names of branches`() async throws {
        let scene = try await CrashScene.make()
        try await scene.server { server in
            let before = try await Self.scrape(server)
            #expect(before.value("ayb_branches", ["status": "ready"]) == 0)
            #expect(before.value("ayb_clone_bytes_total") == 0)
            #expect(before.value("ayb_reconciler_actions_total", ["action": "create_abandoned"]) == 0)
            var bytes: Int64 = 0
            for name in ["secret-one", "secret-two"] {
                let created = try await server.request("POST", APIPath.branches, body: #"{"name":"\#(name)"}"#)
                bytes += try #require(try created?.decoded(Branch.self).sizeBytes)
            }
            for path in ["/api/admin/branches/secret-one", "/api/admin/branches/secret-two", "/secret/path"] {
                _ = try await server.request("GET", path)
            }
            for key in [nil, "wrong"] { _ = try await server.request("GET", APIPath.status, key: key) }

            try await eventually("the counts are asked for again") {
                try await Self.scrape(server).value("ayb_branches", ["status": "ready"]) == 2
            }
            let text = try await Self.scrape(server)
            #expect(text.value("ayb_branches", ["status": "creating"]) == 0)
            #expect(text.value("ayb_clone_bytes_total") == Double(bytes))
            #expect(text.value("ayb_operations_in_flight") == 0)
            #expect(text.value("ayb_clone_queue_length") == 0)
            #expect(text.value("ayb_build_info", ["version": AybVersion.current]) == 1)
            let created = text.families["ayb_branch_create_duration_seconds"]?.samples
                .filter { $0.name.hasSuffix("_count") && $0.labels["result"] == "ready" }
            #expect(created?.map(\.value).reduce(0, +) == 2)
            #expect(text.value("ayb_auth_failures_total", ["reason": "missing"]) == 1)
            #expect(text.value("ayb_auth_failures_total", ["reason": "wrong"]) == 1)
            let requests = "ayb_http_request_duration_seconds_count"
            for (route, method, status, count) in [
                ("/api/admin/branches", "POST", "201", 2.0), ("/api/admin/branches/{name}", "GET", "200", 2),
                ("unmatched", "GET", "404", 1), ("/api/admin/status", "GET", "401", 2),
            ] {
                let labels = ["route": route, "method": method, "status": status]
                #expect(text.value(requests, labels) == count, "\(labels)")
            }
            for family in text.families where family.key.hasPrefix("ayb_") {
                #expect(family.value.help != nil, "\(family.key)")
                let labels = family.value.samples.flatMap(\.labels.values)
                #expect(!labels.contains { $0.contains("secret") })
            }
        }
        try await scene.remove()
    }

    @Test func `they want a key, but for their own listener`() async throws {
        try await ServerProcess.run(database: nil, variables: ["AYB_METRICS_LISTEN": "127.0.0.1:0"]) { server in
            #expect(try await server.request("GET", "/metrics", key: nil)?.status == 401)
            #expect(try await server.request("GET", "/metrics", key: "wrong")?.status == 401)
            try await eventually("the listener is there") { try server.log().contains("metrics are open") }
            let line = try #require(
                try server.log().split(separator: "\n").first { $0.contains("metrics are open") })
            let url = String(line[try #require(line.firstRange(of: #/http://127\.0\.0\.1:[0-9]+/#))])
            let text = try await Self.scrape(server, address: url, key: nil)
            // Without a database nobody knows how many branches there are.
            #expect(text.families["ayb_branches"] == nil)
            #expect(text.families["ayb_build_info"] != nil)
            #expect(try await server.request("GET", APIPath.status, address: url)?.status == 404)
            #expect(try await server.request("POST", "/metrics", key: nil, address: url)?.status == 405)
            #expect(try !server.log().contains("metrics.listen is"))
        }
    }

    @Test func `a listener that others can reach is warned of`() async throws {
        try await ServerProcess.run(database: nil, variables: ["AYB_METRICS_LISTEN": "0.0.0.0:0"]) { server in
            let log = try server.log()
            #expect(log.contains("metrics.listen is '0.0.0.0', which others can reach"))
        }
    }
}
