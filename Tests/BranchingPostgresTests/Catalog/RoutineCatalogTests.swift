import SchemaModel
import TestSupport
import Testing

@Suite struct RoutineCatalogTests {
    @Test func `aggregates come back as they were`() async throws {
        for version in try await TestCluster.availableVersions() {
            let objects = try await DefinitionRoundTrip(version: version).run(
                """
                CREATE AGGREGATE total(integer) (SFUNC = int4_sum, STYPE = bigint, SSPACE = 64, COMBINEFUNC = int8pl,
                    INITCOND = '0', PARALLEL = SAFE);
                CREATE AGGREGATE counted(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
                CREATE AGGREGATE joined(VARIADIC items text[]) (SFUNC = array_cat, STYPE = text[], INITCOND = '{}');
                CREATE AGGREGATE moving("Value" double precision) (SFUNC = float8_accum, STYPE = double precision[],
                    FINALFUNC = float8_avg, INITCOND = '{0,0,0}', MSFUNC = float8pl, MINVFUNC = float8mi,
                    MSTYPE = double precision, MINITCOND = '0', MSSPACE = 8);
                CREATE AGGREGATE smallest(integer) (SFUNC = int4smaller, STYPE = integer, SORTOP = <);
                CREATE AGGREGATE percentile(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition,
                    STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = SHAREABLE);
                CREATE AGGREGATE place(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi,
                    STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL)
                """)
            let total = try #require(objects["aggregate public.total(integer)"] as? Aggregate)
            #expect(
                total.options == [
                    "SFUNC = int4_sum", "STYPE = bigint", "SSPACE = 64", "COMBINEFUNC = int8pl", "INITCOND = '0'",
                    "PARALLEL = SAFE",
                ])
            let place = try #require(objects["aggregate public.place(\"any\")"] as? Aggregate)
            #expect(place.arguments == "VARIADIC \"any\" ORDER BY VARIADIC \"any\"")
            #expect(objects["aggregate public.counted()"] != nil)
            #expect(objects.count == 7)
        }
    }
}
