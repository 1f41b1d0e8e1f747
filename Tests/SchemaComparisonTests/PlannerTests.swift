import PlannerFixtures
import SchemaComparison
import Testing

/// The planner on schemas recorded from PostgreSQL. PlannerFixtureTests and Scripts/record-schemas.sh prove on
/// PostgreSQL that the scripts are right.
@Suite struct PlannerTests {
    /// A schema that is not read completely would prove nothing: written again, it equals the record.
    @Test(arguments: try PlannerCase.all())
    func `the planner writes the script that PostgreSQL has proven`(of: PlannerCase) throws {
        let recorded = try of.recordedText()
        let (from, to) = try RecordedSchemas.read(recorded)
        #expect(try RecordedSchemas.text(from: from, to: to) == recorded)
        #expect(PlannerCase.text(of: SchemaDiff(from: from, to: to, options: of.options)) == (try of.golden()))
        #expect(SchemaDiff(from: to, to: to).isEmpty)
    }

    @Test func `there are cases of every kind`() throws {
        #expect(try PlannerCase.all().count >= 60)
    }
}
