import TestSupport
import Testing

/// Hard cases with extensions.
@Suite struct ExtensionCaseTests {
    @Test(arguments: try await DiffVersions.withContrib())
    func `an extension goes back to a version that no script leads to, with the indexes that need it`(
        version: TestedVersion
    ) async throws {
        func schema(_ version: String) -> String {
            """
            CREATE EXTENSION pg_trgm VERSION '\(version)';
            CREATE TABLE t (a text);
            CREATE INDEX i ON t USING gin (a gin_trgm_ops);
            CREATE VIEW v AS SELECT similarity(a, 'x') AS s FROM t;
            """
        }
        let rows = "INSERT INTO t VALUES ('x')"
        try await DiffScene(version: version, from: schema("1.4"), to: schema("1.3"), rows: rows).expect([
            "SELECT s FROM v": "1"
        ])
        try await DiffScene(version: version, from: schema("1.3"), to: schema("1.4"), rows: rows).expect([
            "SELECT s FROM v": "1"
        ])
    }
}
