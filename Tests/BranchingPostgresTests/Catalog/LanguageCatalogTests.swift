import SchemaModel
import TestSupport
import Testing

@Suite struct LanguageCatalogTests {
    @Test func `languages, transforms, access methods and conversions come back as they were`() async throws {
        for version in try await TestCluster.availableVersions() {
            let objects = try await DefinitionRoundTrip(
                version: version,
                preparation: """
                    CREATE FUNCTION from_sql(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'prsd_lextype'
                    """
            ).run(
                """
                CREATE TRUSTED LANGUAGE "Other" HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler
                    VALIDATOR plpgsql_validator;
                CREATE LANGUAGE bare HANDLER plpgsql_call_handler;
                CREATE TRANSFORM FOR integer LANGUAGE plpgsql (FROM SQL WITH FUNCTION from_sql(internal));
                CREATE ACCESS METHOD heap_two TYPE TABLE HANDLER heap_tableam_handler;
                CREATE ACCESS METHOD "Tree" TYPE INDEX HANDLER bthandler;
                CREATE DEFAULT CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8
                """)
            let other = try #require(objects["language \"Other\""] as? Language)
            #expect(other.isTrusted && other.validator == "plpgsql_validator")
            let transform = try #require(objects["transform integer (plpgsql)"] as? Transform)
            #expect(transform.fromSQL == "public.from_sql(internal)" && transform.toSQL == nil)
            #expect(objects.count == 6)
        }
    }
}
