import SchemaModel
import TestSupport
import Testing

@Suite struct OperatorCatalogTests {
    @Test func `operators, their classes and families, and casts come back as they were`() async throws {
        for version in try await TestCluster.availableVersions() {
            let objects = try await DefinitionRoundTrip(
                version: version,
                preparation: """
                    CREATE SCHEMA "My schema";
                    CREATE FUNCTION "My schema"."Same"(integer, bigint) RETURNS boolean LANGUAGE sql IMMUTABLE
                        AS 'SELECT $1 = $2';
                    CREATE FUNCTION public.to_bit(date) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'
                    """
            ).run(
                """
                CREATE OPERATOR "My schema".=== (FUNCTION = "My schema"."Same", LEFTARG = integer, RIGHTARG = bigint);
                CREATE OPERATOR public.<% (FUNCTION = int4lt, LEFTARG = integer, RIGHTARG = integer,
                    COMMUTATOR = OPERATOR(public.>%), NEGATOR = OPERATOR(public.>=%), RESTRICT = scalarltsel,
                    JOIN = scalarltjoinsel);
                CREATE OPERATOR public.>% (FUNCTION = int4gt, LEFTARG = integer, RIGHTARG = integer,
                    COMMUTATOR = OPERATOR(public.<%));
                CREATE OPERATOR public.>=% (FUNCTION = int4ge, LEFTARG = integer, RIGHTARG = integer,
                    NEGATOR = OPERATOR(public.<%));
                CREATE OPERATOR public.=% (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer,
                    COMMUTATOR = OPERATOR(public.=%), HASHES, MERGES);
                CREATE OPERATOR public.!% (FUNCTION = int4um, RIGHTARG = integer);
                CREATE OPERATOR FAMILY "My schema"."Family" USING btree;
                CREATE OPERATOR CLASS "My schema".class FOR TYPE integer USING btree FAMILY "My schema"."Family" AS
                    OPERATOR 1 public.<%, OPERATOR 3 public.=%, FUNCTION 1 btint4cmp(integer, integer);
                ALTER OPERATOR FAMILY "My schema"."Family" USING btree ADD
                    OPERATOR 3 "My schema".=== (integer, bigint),
                    FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
                CREATE OPERATOR CLASS public.near FOR TYPE point USING gist AS OPERATOR 15 <-> (point, point)
                    FOR ORDER BY float_ops, FUNCTION 1 gist_point_consistent(internal, point, smallint, oid, internal),
                    STORAGE box;
                CREATE CAST (date AS bigint) WITH FUNCTION public.to_bit(date) AS ASSIGNMENT;
                CREATE CAST (json AS point) WITH INOUT AS IMPLICIT;
                CREATE TYPE span AS RANGE (subtype = double precision);
                CREATE CAST (money AS bigint) WITHOUT FUNCTION
                """)
            let less = try #require(objects["operator public.<%(integer, integer)"] as? OperatorDefinition)
            #expect(less.commutator == "OPERATOR(public.>%)" && less.restriction == "scalarltsel")
            let family = try #require(objects["operator class \"My schema\".class (btree)"] as? OperatorClass)
            #expect(
                family.members == [
                    "OPERATOR 1 public.<%(integer,integer)", "OPERATOR 3 public.=%(integer,integer)",
                    "FUNCTION 1 (integer, integer) btint4cmp(integer,integer)",
                ])
            let near = try #require(objects["operator class public.near (gist)"] as? OperatorClass)
            #expect(near.storage == "box")
            // GiST leaves operators to the family, from 14 on.
            let loose = objects.values.compactMap { $0 as? OperatorFamilyMember }
            let ordering = "<->(point,point) FOR ORDER BY pg_catalog.float_ops"
            #expect(loose.count == (version >= 14 ? 3 : 2))
            #expect(loose.contains { $0.member == ordering } == (version >= 14))
            #expect(near.members.contains { $0.hasSuffix(ordering) } == (version < 14))
            #expect(objects.values.count { $0 is Cast } == 3)
        }
    }
}
