import MigrationPlanner
import SchemaModel
import TestSupport
import Testing

@Suite struct ForeignCatalogTests {
    private let setup = [
        "CREATE FOREIGN DATA WRAPPER \"My wrapper\" OPTIONS (\"debug on\" 'it''s', plain 'a\\b')",
        "CREATE SERVER \"My server\" TYPE 'a' VERSION '1''' FOREIGN DATA WRAPPER \"My wrapper\" OPTIONS (host 'x')",
        "CREATE SERVER bare FOREIGN DATA WRAPPER \"My wrapper\"",
        "CREATE USER MAPPING FOR PUBLIC SERVER \"My server\" OPTIONS (password 'very secret', \"user\" 'u')",
        "CREATE USER MAPPING FOR CURRENT_USER SERVER bare",
    ]
    private let kinds: Set<ObjectKind> = [.foreignDataWrapper, .server, .userMapping]

    @Test func `wrappers, servers and mappings come back`() async throws {
        try await CatalogScene.forEachVersion(setup) { scene in
            let (before, after) = try await scene.remakes(kinds)
            #expect(before.objects(kinds).count == 5)
            #expect(after.objects(kinds) == before.objects(kinds))
            #expect(
                before.dependencies[ObjectID(.userMapping, name: "My server", signature: "public")]
                    == [ObjectID(.server, name: "My server")])
        }
    }

    @Test func `a change of options is made in place, and tells no value`() async throws {
        try await CatalogScene.forEachVersion(setup) { scene in
            let old = try await scene.read()
            try await scene.cluster.psql(
                """
                ALTER USER MAPPING FOR PUBLIC SERVER "My server" OPTIONS (SET password 'other secret', DROP "user");
                ALTER SERVER "My server" VERSION '2' OPTIONS (ADD "Port" '7');
                ALTER FOREIGN DATA WRAPPER "My wrapper" OPTIONS (DROP plain)
                """, database: scene.database)
            let new = try await scene.read()
            let mapping: UserMapping = try new.only("My server")
            let differences = mapping.differences(from: try old.only("My server"))
            #expect(differences == ["option \"user\" removed", "option password"])
            let context = MigrationContext(from: new, to: old)
            try await scene.run(
                changes(try old.only("My server", as: UserMapping.self), try new.only("My server"), context)
                    + changes(try old.only("My server", as: ForeignServer.self), try new.only("My server"), context)
                    + changes(
                        try old.only("My wrapper", as: ForeignDataWrapper.self), try new.only("My wrapper"), context))
            #expect(try await scene.read().objects(kinds) == old.objects(kinds))
        }
    }

    private func changes<Object: MigratedObject>(_ new: Object, _ old: Object, _ context: MigrationContext)
        -> [Statement]
    {
        guard case .inPlace(let statements) = new.alteration(from: old, context) else { return [] }
        return statements
    }
}
