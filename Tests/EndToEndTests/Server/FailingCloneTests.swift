import BranchingCore
import BranchingPostgres
import FoundationEssentials
import TestSupport
import Testing

/// A clone that cannot finish reports its reason, and leaves nothing.
@Suite struct FailingCloneTests {
    /// Creates a branch by a dump, and expects it to fail.
    private func expectFailure(
        _ scene: CrashScene, _ server: ServerProcess, reason: String, meanwhile: @Sendable () async throws -> Void = {}
    ) async throws {
        let body = #"{"name":"victim","strategy":"dump"}"#
        _ = try await server.request("POST", APIPath.branches, body: body, headers: ["Prefer: respond-async"])
        try await meanwhile()
        try await scene.waitUntilSettled()
        let branch = try await server.request("GET", APIPath.branches + "/victim")?.decoded(Branch.self)
        #expect(branch?.status == .failed)
        #expect(branch?.errorMessage?.contains(reason) == true, "\(branch?.errorMessage ?? "no message")")
        try await scene.expectInvariants()
        #expect(try await server.request("DELETE", APIPath.branches + "/victim")?.status == 200)
        #expect(
            try await server.request("POST", APIPath.branches, body: #"{"name":"victim","strategy":"template"}"#)?
                .status == 201)
    }

    private func script(_ text: String) throws -> String {
        let path = "/tmp/ayb-tool-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        try "#!/bin/sh\n\(text)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    @Test func `pg_dump fails half-way`() async throws {
        let scene = try await CrashScene.make()
        let tool = try script(
            """
            if [ "$1" = --version ]; then echo 'pg_dump (PostgreSQL) 15.14'; exit 0; fi
            printf '%s\\n' '\\restrict a' 'CREATE TABLE half (a int);'; echo 'pg_dump: error: the disk burns' >&2; exit 1
            """)
        defer { try? FileManager.default.removeItem(atPath: tool) }
        try await scene.server(variables: ["AYB_BRANCHING_PG_DUMP_PATH": tool]) { server in
            try await expectFailure(scene, server, reason: "the disk burns")
        }
        try await scene.remove()
    }

    /// CVE-2025-8714: the first release is one from before the fix; the second should have written `\restrict`.
    @Test(arguments: ["15.13", "15.14"])
    func `a command to psql in a dump runs nothing`(release: String) async throws {
        let scene = try await CrashScene.make()
        let file = "/tmp/ayb-command-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        let tool = try script(
            """
            if [ "$1" = --version ]; then echo 'pg_dump (PostgreSQL) \(release)'; exit 0; fi
            printf '%s\\n' '-- Name: a' '\\! touch \(file)' 'SELECT 1;'
            """)
        defer { for path in [tool, file] { try? FileManager.default.removeItem(atPath: path) } }
        try await scene.server(variables: ["AYB_BRANCHING_PG_DUMP_PATH": tool]) { server in
            try await expectFailure(scene, server, reason: "The dump is not restored")
        }
        #expect(!FileManager.default.fileExists(atPath: file))
        try await scene.remove()
    }

    @Test func `psql fails half-way`() async throws {
        let scene = try await CrashScene.make(isLarge: true)
        let tool = try script("head -c 100000 > /dev/null; echo 'psql: error: no more' >&2; exit 3")
        defer { try? FileManager.default.removeItem(atPath: tool) }
        try await scene.server(variables: ["AYB_BRANCHING_PSQL_PATH": tool]) { server in
            try await expectFailure(scene, server, reason: "no more")
        }
        try await scene.remove()
    }

    @Test func `a tool is missing`() async throws {
        let scene = try await CrashScene.make()
        try await scene.server(variables: ["AYB_BRANCHING_PG_DUMP_PATH": "/nonexistent/pg_dump"]) { server in
            try await expectFailure(scene, server, reason: "/nonexistent/pg_dump")
        }
        try await scene.remove()
    }

    /// A pg_dump that pauses half-way, so that something can happen there.
    private func slowDump(_ scene: CrashScene) throws -> String {
        try script(
            "exec bash -o pipefail -c '\(scene.cluster.binaries.path(of: .pgDump)) \"$@\" | { head -c 2000000; sleep 5; cat; }' pg_dump \"$@\""
        )
    }

    @Test func `PostgreSQL is restarted in the middle`() async throws {
        let scene = try await CrashScene.make(isLarge: true)
        let tool = try slowDump(scene)
        defer { try? FileManager.default.removeItem(atPath: tool) }
        try await scene.server(variables: ["AYB_BRANCHING_PG_DUMP_PATH": tool]) { server in
            let body = #"{"name":"victim","strategy":"dump"}"#
            _ = try await server.request("POST", APIPath.branches, body: body, headers: ["Prefer: respond-async"])
            try await eventually("bytes are copied") {
                try await scene.count("SELECT count(*) FROM ayb.branch WHERE bytes_done > 0") == 1
            }
            try await scene.cluster.restart(mode: .immediate)
            try await scene.waitUntilSettled()
            let branch = try await server.request("GET", APIPath.branches + "/victim")?.decoded(Branch.self)
            #expect(branch?.status == .failed)
            try await scene.expectInvariants()
        }
        try await scene.remove()
    }

    @Test func `the source is dropped in the middle`() async throws {
        let scene = try await CrashScene.make(isLarge: true)
        let tool = try slowDump(scene)
        defer { try? FileManager.default.removeItem(atPath: tool) }
        try await scene.server(variables: ["AYB_BRANCHING_PG_DUMP_PATH": tool]) { server in
            let body = #"{"name":"victim","strategy":"dump"}"#
            _ = try await server.request("POST", APIPath.branches, body: body, headers: ["Prefer: respond-async"])
            try await eventually("bytes are copied") {
                try await scene.count("SELECT count(*) FROM ayb.branch WHERE bytes_done > 0") == 1
            }
            try await scene.cluster.dropDatabase(scene.source)
            try await scene.waitUntilSettled()
            let branch = try await server.request("GET", APIPath.branches + "/victim")?.decoded(Branch.self)
            #expect(branch?.status == .failed)
            #expect(branch?.errorMessage?.contains("pg_dump failed") == true, "\(branch?.errorMessage ?? "")")
            try await scene.expectInvariants()
            let next = try await server.request("POST", APIPath.branches, body: #"{"name":"next"}"#)
            #expect(try next?.decoded(Problem.self).code == .sourceUnreachable)
        }
        try await scene.remove()
    }

    /// The command lines of the programs involved.
    private static func commandLines() -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return files.filter { $0.allSatisfy(\.isNumber) }.compactMap { id in
            let line = (try? String(contentsOfFile: "/proc/\(id)/cmdline", encoding: .utf8)) ?? ""
            let program = line.prefix { $0 != "\0" }
            return ["ayb-server", "pg_dump", "psql", "curl"].contains { program.hasSuffix($0) } ? line : nil
        }
    }

    @Test func `no password shows anywhere`() async throws {
        let scene = try await CrashScene.make(isLarge: true)
        let secrets = ["p@ss:/w%o'r d", "p%40ss%3A%2Fw%25o%27r%20d"]
        try await scene.server { server in
            let url = scene.cluster.serverURL(database: scene.source).reveal()
            let body = #"{"name":"victim","strategy":"dump","from":"\#(url)"}"#
            _ = try await server.request("POST", APIPath.branches, body: body, headers: ["Prefer: respond-async"])
            try await eventually("bytes are copied") {
                for line in Self.commandLines() { #expect(!secrets.contains { line.contains($0) }, "\(line)") }
                return try await scene.count("SELECT count(*) FROM ayb.branch WHERE bytes_done > 0") == 1
            }
            try await scene.waitUntilSettled()
            let records = try await scene.cluster.psql("SELECT branch FROM ayb.branch", database: "ayb_control")
            let log = try server.log()
            #expect(log.contains("branch is ready"))
            for secret in secrets + [ServerProcess.token] {
                #expect(!log.contains(secret))
                #expect(!records.contains(secret))
            }
        }
        try await scene.remove()
    }
}
