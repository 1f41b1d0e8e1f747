import BranchingCore
import FoundationEssentials
import Logging
import PostgresTools
import Subprocess
import SystemPackage
import TestSupport
import Testing

@testable import BranchingPostgres

/// Programs that print their password, as one of their libraries might.
@Suite struct ToolRunTests {
    private static let password = "correct-horse"
    private static let tellingScript = "echo \"pg_dump: error: $(cut -d: -f5 \"$PGPASSFILE\")\" >&2; exit 3"
    private let endpoint = ToolEndpoint(
        host: "127.0.0.1", port: "1", user: "alice", database: "app", password: Secret(password),
        parameters: [.init("sslpassword", "battery-staple")])

    @Test func `neither output nor outcome has a secret in its message`() async throws {
        try await withScript(Self.tellingScript) { path in
            let directory = try PrivateDirectory(in: FilePath(FileManager.default.temporaryDirectory.path))
            defer { directory.remove() }
            let run = try ToolRun(.pgDump, at: path, arguments: [], connectingTo: endpoint, in: directory)
            let (exit, _, message) = try await run.output(limit: 1000)
            #expect(exit == .code(3))
            #expect(message == "pg_dump: error: ***")
            let outcome = await run.outcome(input: .none, output: .discarded, started: {})
            #expect(outcome == .ended(.code(3), message: "pg_dump: error: ***"))
        }
    }

    @Test func `a program that sees both ends hides the secrets of both`() async throws {
        try await withScript("echo 'psql: error: battery-staple' >&2; exit 3") { path in
            let directory = try PrivateDirectory(in: FilePath(FileManager.default.temporaryDirectory.path))
            defer { directory.remove() }
            let target = ToolEndpoint(host: "127.0.0.1", port: "1", user: "bob", database: "copy")
            let run = try ToolRun(
                .psql, at: path, arguments: [], connectingTo: target, in: directory, hidingAlso: [endpoint])
            #expect(try await run.output(limit: 1000).message == "psql: error: ***")
        }
    }

    @Test func `an archive of the schema that fails does not tell the password`() async throws {
        try await withScript(Self.tellingScript) { path in
            let error = await #expect(throws: ToolError.self) {
                try await SchemaArchive.make(
                    of: endpoint, at: SourceSnapshot(name: "1", tables: [], names: []),
                    programs: ToolPrograms(pgDump: path, psql: "psql"), keepsTablespaces: true,
                    wantsStatistics: false,
                    watch: ReachabilityWatch(
                        side: .source, parameters: ConnectionParameters(["host": "127.0.0.1", "port": "1"]),
                        logger: Logger(label: "test")))
            }
            #expect(error == .sourceFailed(exit: .code(3), message: "pg_dump: error: ***"))
        }
    }

    private func withScript(_ text: String, _ body: (String) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/" + TestCluster.uniqueName("ayb-script")
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let script = directory + "/script"
        try "#!/bin/sh\n\(text)\n".write(toFile: script, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        try await body(script)
    }
}
