import SchemaModel
import TestSupport
import Testing

@Suite struct NamespaceCatalogTests {
    @Test func `schemas, extensions and collations come back as they were`() async throws {
        for version in try await TestCluster.availableVersions()
        where try await TestCluster.shared(version: version).hasContrib() {
            let objects = try await DefinitionRoundTrip(version: version).run(
                """
                CREATE SCHEMA "My schema";
                CREATE EXTENSION citext WITH SCHEMA "My schema";
                CREATE COLLATION "My schema".posix (lc_collate = 'C', lc_ctype = 'POSIX');
                CREATE COLLATION plain (locale = 'C')
                """)
            let names = ["schema \"My schema\"", "extension citext"]
            #expect(Set(objects.keys) == Set(names + ["collation \"My schema\".posix", "collation public.plain"]))
            let citext = try #require(objects["extension citext"] as? Extension)
            #expect(citext.schema == "My schema" && citext.isRelocatable && !citext.version.isEmpty)
        }
    }
}
