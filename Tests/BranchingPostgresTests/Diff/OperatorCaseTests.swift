import TestSupport
import Testing

/// Hard cases with operators.
@Suite struct OperatorCaseTests {
    @Test(arguments: try await DiffVersions.all())
    func `operators get and lose their partners`(version: TestedVersion) async throws {
        let alone = "CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int);"
        let paired = """
            CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int, COMMUTATOR = ===, NEGATOR = !==,
                RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
            CREATE OPERATOR !== (FUNCTION = int4ne, LEFTARG = int, RIGHTARG = int, COMMUTATOR = !==, NEGATOR = ===);
            CREATE VIEW v AS SELECT 1 OPERATOR(public.===) 2 AS x;
            """
        try await DiffScene(version: version, from: alone, to: paired).expect()
        try await DiffScene(version: version, from: paired, to: alone).expect()
    }
}
