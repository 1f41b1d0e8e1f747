import SchemaModel
import TestSupport
import Testing

@Suite struct TextSearchCatalogTests {
    @Test func `text search objects come back as they were`() async throws {
        for version in try await TestCluster.availableVersions() {
            let objects = try await DefinitionRoundTrip(version: version).run(
                """
                CREATE SCHEMA "My schema";
                CREATE TEXT SEARCH PARSER "My schema"."Parser" (START = prsd_start, GETTOKEN = prsd_nexttoken,
                    END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
                CREATE TEXT SEARCH TEMPLATE template (INIT = dsimple_init, LEXIZE = dsimple_lexize);
                CREATE TEXT SEARCH DICTIONARY "My schema".words (TEMPLATE = public.template, stopwords = 'english',
                    accept = false);
                CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = public.template);
                CREATE TEXT SEARCH CONFIGURATION english (COPY = pg_catalog.english);
                CREATE TEXT SEARCH CONFIGURATION own (PARSER = "My schema"."Parser");
                ALTER TEXT SEARCH CONFIGURATION own ADD MAPPING FOR word, hword WITH public.plain, "My schema".words
                """)
            let own = try #require(objects["text search configuration public.own"] as? TextSearchConfiguration)
            #expect(own.parser == "\"My schema\".\"Parser\"")
            let dictionaries = ["public.plain", "\"My schema\".words"]
            #expect(own.mappings == ["word": dictionaries, "hword": dictionaries])
            let words = try #require(objects["text search dictionary \"My schema\".words"] as? TextSearchDictionary)
            #expect(words.options == "stopwords = 'english', accept = 'false'" || words.options.contains("accept"))
            let english = try #require(objects["text search configuration public.english"] as? TextSearchConfiguration)
            #expect(english.mappings["asciiword"] == ["pg_catalog.english_stem"])
        }
    }
}
