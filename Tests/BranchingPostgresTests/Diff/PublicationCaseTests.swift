import TestSupport
import Testing

/// Hard cases with publications.
@Suite struct PublicationCaseTests {
    @Test(arguments: try await DiffVersions.from(15))
    func `a list of columns gives way to a schema, and the other way`(version: TestedVersion) async throws {
        let tables = "CREATE SCHEMA s; CREATE TABLE s.t (a int PRIMARY KEY, b int); CREATE TABLE u (a int PRIMARY KEY);"
        let columns = "CREATE PUBLICATION pub FOR TABLE s.t (a) WHERE (a > 4), u"
        let schema = "CREATE PUBLICATION pub FOR TABLE s.t WHERE (a > 3), TABLES IN SCHEMA s WITH (publish = 'insert')"
        try await DiffScene(version: version, both: tables, from: columns, to: schema).expect()
        try await DiffScene(version: version, both: tables, from: schema, to: columns).expect()
    }
}
