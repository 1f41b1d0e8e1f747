import MigrationPlanner
import SchemaModel
import TestSupport
import Testing

@Suite struct ReplicationCatalogTests {
    private let kinds: Set<ObjectKind> = [.publication, .publicationMember, .subscription]

    @Test func `publications and what they publish come back`() async throws {
        let setup = [
            "CREATE SCHEMA \"S 1\"", "CREATE TABLE \"S 1\".\"T\" (id int PRIMARY KEY, \"B c\" int, c text)",
            "CREATE PUBLICATION \"All\" FOR ALL TABLES WITH (publish = 'insert, delete')",
            "CREATE PUBLICATION part FOR TABLE \"S 1\".\"T\" WITH (publish_via_partition_root = true)",
            "CREATE PUBLICATION quiet WITH (publish = '')",
        ]
        try await CatalogScene.forEachVersion(setup) { scene in
            if try await scene.read().serverVersion >= 150_000 {
                try await scene.cluster.psql(
                    """
                    CREATE PUBLICATION fine FOR TABLE "S 1"."T" (id, "B c") WHERE (id > 1 AND "B c" < 3);
                    CREATE PUBLICATION wide FOR TABLES IN SCHEMA "S 1"
                    """, database: scene.database)
            }
            let (before, after) = try await scene.remakes(kinds)
            let hasSchemas = before.serverVersion >= 150_000
            #expect(before.objects(kinds).count == (hasSchemas ? 8 : 4))
            #expect(after.objects(kinds) == before.objects(kinds))
            let member = ObjectID(.publicationMember, name: "part", signature: "\"S 1\".\"T\"")
            let table = ObjectID(.table, schema: "S 1", name: "T")
            #expect(before.dependencies[member]?.contains(table) == true)
            #expect(before.dependencies[member]?.contains(ObjectID(.publication, name: "part")) == true)
            if hasSchemas {
                let fine = try before.only("fine", as: PublicationMember.self)
                #expect(fine.columns == ["B c", "id"])
                #expect(fine.filter != nil)
            }
        }
    }

    @Test func `a subscription comes back disabled, and its password is never shown`() async throws {
        let name = TestCluster.uniqueName("Sub")
        let setup = [
            "CREATE SUBSCRIPTION \"\(name)\" CONNECTION 'host=nowhere password=hush' PUBLICATION \"P 1\", q WITH (connect = false, slot_name = 'a_slot', synchronous_commit = 'remote_apply')"
        ]
        try await CatalogScene.forEachVersion(setup) { scene in
            let (before, after) = try await scene.remakes([.subscription])
            #expect(before.objects([.subscription]).count == 1)
            #expect(after.objects([.subscription]) == before.objects([.subscription]))
            let old: Subscription = try before.only(name)
            #expect(old.options["synchronous_commit"] == "remote_apply")
            let new = Subscription(
                id: old.id, connection: "host=there password=new", publications: ["q"], slot: nil, options: [:])
            #expect(!new.differences(from: old).joined().contains("new"))
            let context = MigrationContext(from: after, to: after)
            guard case .inPlace(let statements) = new.alteration(from: old, context) else {
                Issue.record("A subscription is changed in place.")
                return
            }
            try await scene.run(statements)
            let changed: Subscription = try await scene.read().only(name)
            #expect(changed.publications == ["q"])
            #expect(changed.connection == new.connection)
            #expect(changed.slot == nil)
            try await scene.run(changed.removal(context))
        }
    }
}
