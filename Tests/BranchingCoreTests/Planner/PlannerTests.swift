import BranchingCore
import PlannerFixtures
import Testing

/// The planner on schemas that were recorded from PostgreSQL. That the scripts are right is PostgreSQL's to say: see
/// PlannerFixtureTests, and Scripts/record-schemas.sh.
@Suite struct PlannerTests {
    /// A schema that is not read whole would prove nothing: written again, it is what was recorded.
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
