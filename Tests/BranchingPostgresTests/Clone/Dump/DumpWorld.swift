import BranchingCore
import BranchingPostgres
import Dispatch
import DumpText
import FoundationEssentials
import PostgresTools
import Subprocess
import SystemPackage
import TestSupport

/// Shared by the tests of the dump: databases with content, and the programs that copy them.
struct DumpWorld {
    let cluster: TestCluster

    init() async throws {
        cluster = try await .shared()
    }

    /// A database with one of most kinds of objects.
    func makeSource() async throws -> String {
        try await cluster.createDatabase(
            [
                "CREATE TYPE mood AS ENUM ('sad', 'it''s; fine')",
                "CREATE TABLE people (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, mood mood)",
                "INSERT INTO people (name, mood) SELECT E'tab\\t\\\\. \\n' || n, 'sad' FROM generate_series(1, 2000) n",
                "CREATE TABLE parts (n int, v bytea) PARTITION BY RANGE (n)",
                "CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (100)",
                "INSERT INTO parts SELECT n, decode('0001ff', 'hex') FROM generate_series(0, 99) n",
                "CREATE INDEX ON parts (n)",
                "CREATE SEQUENCE counter START 41; SELECT nextval('counter')",
                "CREATE VIEW happy AS SELECT * FROM people WHERE mood <> 'sad'",
                "CREATE MATERIALIZED VIEW many AS SELECT count(*) AS n FROM people",
                "CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN n > 0 THEN 2 * n END; END",
                "CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$",
                "CREATE TRIGGER touch BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION touched()",
                "ALTER TABLE people ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY everybody ON people USING (true)",
                "COMMENT ON TABLE people IS 'semi; colon'",
                "SELECT lo_from_bytea(0, '\\x00ff')",
                "CREATE PUBLICATION news FOR TABLE people",
            ])
    }

    /// A database whose dump does not fit into pipes and socket buffers.
    func makeLargeSource() async throws -> String {
        try await cluster.createDatabase([
            "CREATE TABLE large AS SELECT n, repeat('x', 1000) AS v FROM generate_series(1, 40000) n"
        ])
    }

    func endpoint(
        _ database: String, user: String = TestCluster.user, password: Secret = TestCluster.password,
        name: String = "dump-test"
    ) -> ToolEndpoint {
        ToolEndpoint(
            host: cluster.host, port: "\(cluster.port)", user: user, database: database, password: password,
            parameters: [.init("application_name", name), .init("connect_timeout", "10"), .init("keepalives", "1")])
    }

    func options(targetRoles: TargetRoles? = nil) -> DumpOptions {
        DumpOptions(
            pgDumpPath: cluster.binaries.path(of: .pgDump), psqlPath: cluster.binaries.path(of: .psql),
            targetRoles: targetRoles)
    }

    /// pg_dump's output for a database, without the lines that change each time.
    func dump(_ database: String) async throws -> String {
        let result = try await Subprocess.run(
            .path(FilePath(cluster.binaries.path(of: .pgDump))),
            environment: .custom([
                "PGHOST": cluster.host, "PGPORT": "\(cluster.port)", "PGUSER": TestCluster.user,
                "PGDATABASE": database, "PGPASSWORD": TestCluster.password.reveal(),
            ]),
            output: .string(limit: 64 << 20), error: .string(limit: 1 << 16))
        guard result.terminationStatus.isSuccess else { throw Unexpected(text: result.standardError) }
        return result.standardOutput.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("\\restrict") && !$0.hasPrefix("\\unrestrict") }.joined(separator: "\n")
    }

    /// A shell script that replaces a program, in a directory that is removed after the body.
    func withScript(_ text: String, _ body: (String) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/" + TestCluster.uniqueName("ayb-script")
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let script = directory + "/script"
        try "#!/bin/sh\n\(text)\n".write(toFile: script, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        try await body(script)
    }

    struct Unexpected: Error {
        var text: String
    }
}
