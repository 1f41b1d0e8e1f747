import SchemaModel
import TestSupport
import Testing

@Suite struct TypeCatalogTests {
    @Test func `types come back as they were`() async throws {
        for version in try await TestCluster.availableVersions() {
            let objects = try await DefinitionRoundTrip(version: version).run(
                """
                CREATE SCHEMA "My schema";
                CREATE TYPE "My schema"."Mood" AS ENUM ('sad', 'it''s "ok"', 'back\\slash', '');
                CREATE TYPE nothing AS ENUM ();
                ALTER TYPE "My schema"."Mood" ADD VALUE 'glad' BEFORE 'sad';
                CREATE TYPE pair AS ("Left" "My schema"."Mood"[], r text COLLATE "C", n numeric(10, 2));
                CREATE TYPE empty AS ();
                CREATE DOMAIN percent AS integer DEFAULT 5 + 1 CONSTRAINT named NOT NULL
                    CONSTRAINT "at most" CHECK (VALUE <= 100) CHECK (VALUE >= 0);
                ALTER DOMAIN percent ADD CONSTRAINT late CHECK (VALUE <> 13) NOT VALID;
                CREATE DOMAIN word AS varchar(20)[] COLLATE "C" DEFAULT '{"it''s"}';
                CREATE DOMAIN plain AS percent;
                CREATE TYPE span AS RANGE (subtype = double precision, subtype_diff = float8mi);
                CREATE TYPE texts AS RANGE (subtype = text, subtype_opclass = text_pattern_ops, collation = "C");
                CREATE TABLE not_one (a int)
                """)
            let mood = try #require(objects["enum \"My schema\".\"Mood\""] as? EnumType)
            #expect(mood.labels == ["glad", "sad", "it's \"ok\"", "back\\slash", ""])
            let percent = try #require(objects["domain public.percent"] as? DomainType)
            #expect(percent.checks.map(\.name) == ["at most", "late", "percent_check"])
            #expect(percent.checks.map(\.isValidated) == [true, false, true])
            #expect(percent.notNullName == (version >= 17 ? "named" : nil))
            let pair = try #require(objects["composite type public.pair"] as? CompositeType)
            #expect(pair.attributes.map(\.type) == ["\"My schema\".\"Mood\"[]", "text", "numeric(10,2)"])
            #expect(pair.attributes.map(\.collation) == [nil, "pg_catalog.\"C\"", nil])
            let texts = try #require(objects["range type public.texts"] as? RangeType)
            #expect(texts.operatorClass == "pg_catalog.text_pattern_ops")
        }
    }
}
