import BranchingCore
import TestSupport
import Testing

@testable import BranchingPostgres

/// Database settings that change how PostgreSQL shows the content.
@Suite(.timeLimit(.minutes(5))) struct DisplaySettingTests {
    private static let schema = [
        "CREATE TABLE t (a integer PRIMARY KEY, b timestamptz DEFAULT '2020-01-01 00:00+00', \"ä\" text)",
        "INSERT INTO t VALUES (1, DEFAULT, 'ö')", "CREATE VIEW v AS SELECT a FROM t",
        "CREATE TABLE u (a integer REFERENCES t, CHECK (a > 0))",
    ]

    @Test(
        arguments: [
            ("client_encoding", "SJIS"), ("client_encoding", "LATIN1"), ("quote_all_identifiers", "on"),
            ("TimeZone", "Asia/Tokyo"),
        ])
    func `a source is cloned, compared and verified whatever it shows`(setting: String, value: String) async throws {
        try await BranchServiceHarness.run(source: Self.schema) { harness in
            let cluster = harness.cluster
            let plain = try harness.name()
            try await harness.create(BranchRequest(name: plain, strategy: .only(.template)))
            try await cluster.psql("ALTER DATABASE \"\(harness.source)\" SET \(setting) = '\(value)'")
            let dumped = try harness.name()
            let record = try await harness.create(BranchRequest(name: dumped, strategy: .only(.dump)))
            #expect(record.status == .ready, "\(record)")
            #expect(
                try await cluster.psql(
                    "SET client_encoding = 'UTF8'; SELECT \"ä\" FROM t", database: dumped.databaseName) == "ö")
            // The branch made earlier lacks the setting; the other one has it.
            for (from, to) in [
                (BranchSource.main, BranchSource.branch(plain)), (.branch(plain), .main),
                (.branch(plain), .branch(dumped)),
            ] {
                let report = try await harness.service.diff(DiffRequest(from: from, to: to, verifies: true))
                #expect(report.changes.isEmpty, "\(report.changes)")
                #expect(report.verification?.equal == true, "\(String(describing: report.verification))")
            }
        }
    }
}
