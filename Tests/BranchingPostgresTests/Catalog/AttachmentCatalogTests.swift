import MigrationPlanner
import SchemaModel
import TestSupport
import Testing

@Suite struct AttachmentCatalogTests {
    private let setup = [
        "CREATE SCHEMA \"a.b\"",
        "CREATE TABLE \"a.b\".\"Order\" (\"select\" int, \"Total \"\"x\"\"\" text, n int)",
        "CREATE VIEW \"a.b\".v AS SELECT \"select\" FROM \"a.b\".\"Order\"",
        "CREATE FUNCTION \"a.b\".\"F n\"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    ]

    @Test func `triggers come back with their state`() async throws {
        let all =
            setup + [
                "CREATE TRIGGER \"a t\" BEFORE UPDATE OF \"select\" ON \"a.b\".\"Order\" FOR EACH ROW WHEN (NEW.n > 1) EXECUTE FUNCTION \"a.b\".\"F n\"('it''s', 'a\\b')",
                "CREATE TRIGGER off AFTER INSERT ON \"a.b\".\"Order\" REFERENCING NEW TABLE AS fresh EXECUTE FUNCTION \"a.b\".\"F n\"()",
                "ALTER TABLE \"a.b\".\"Order\" DISABLE TRIGGER off",
                "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON \"a.b\".\"Order\" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION \"a.b\".\"F n\"()",
                "ALTER TABLE \"a.b\".\"Order\" ENABLE ALWAYS TRIGGER late",
                "CREATE TRIGGER instead INSTEAD OF INSERT ON \"a.b\".v FOR EACH ROW EXECUTE FUNCTION \"a.b\".\"F n\"()",
            ]
        try await CatalogScene.forEachVersion(all) { scene in
            let (before, after) = try await scene.remakes([.trigger])
            #expect(before.objects([.trigger]).count == 4)
            #expect(after.objects([.trigger]) == before.objects([.trigger]))
            #expect(try before.only("off", as: Trigger.self).state == .disabled)
            #expect(try before.only("late", as: Trigger.self).state == .always)
        }
    }

    @Test func `a partition's copy of a trigger is reported only if it fires at other times`() async throws {
        let all = [
            "CREATE TABLE p (a int) PARTITION BY LIST (a)", "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
            "CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2)",
            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
            "CREATE TRIGGER t AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f()",
            "ALTER TABLE p2 DISABLE TRIGGER t",
        ]
        try await CatalogScene.forEachVersion(all) { scene in
            let root = ObjectID(.trigger, schema: "public", parent: "p", name: "t")
            let copy = ObjectID(.trigger, schema: "public", parent: "p2", name: "t")
            let old = try await scene.read()
            #expect(old.objects([.trigger]).keys.sorted() == [root, copy])
            #expect(old.dependencies[copy]?.contains(root) == true)
            try await scene.cluster.psql("ALTER TABLE p ENABLE REPLICA TRIGGER t", database: scene.database)
            try await scene.cluster.psql("ALTER TABLE p2 ENABLE ALWAYS TRIGGER t", database: scene.database)
            let new = try await scene.read()
            let back = MigrationContext(from: new, to: old)
            let target = try #require(old.object(root, as: Trigger.self))
            guard
                case .inPlace(let statements) = target.alteration(
                    from: try #require(new.object(root, as: Trigger.self)), back)
            else {
                Issue.record("A change of state is made in place.")
                return
            }
            try await scene.run(statements)
            #expect(try await scene.read().objects([.trigger]) == old.objects([.trigger]))
            let lone = try #require(old.object(copy, as: Trigger.self))
            try await scene.run(lone.removal(back))
            #expect(try await scene.read().objects([.trigger]).keys.sorted() == [root])
        }
    }

    @Test func `rules, policies and statistics come back`() async throws {
        let role = TestCluster.uniqueName("role X")
        let all =
            setup + [
                "CREATE ROLE \"\(role)\"",
                "CREATE RULE \"no insert\" AS ON INSERT TO \"a.b\".\"Order\" DO INSTEAD NOTHING",
                "CREATE RULE twice AS ON DELETE TO \"a.b\".v DO INSTEAD (DELETE FROM \"a.b\".\"Order\"; SELECT 'a;b' AS t)",
                "ALTER TABLE \"a.b\".\"Order\" DISABLE RULE \"no insert\"",
                "CREATE POLICY \"My policy\" ON \"a.b\".\"Order\" AS RESTRICTIVE FOR UPDATE TO \"\(role)\", CURRENT_USER USING (n > 1) WITH CHECK (\"Total \"\"x\"\"\" <> 'it''s \\')",
                "CREATE POLICY everybody ON \"a.b\".\"Order\" FOR INSERT WITH CHECK (true)",
                "CREATE STATISTICS \"a.b\".\"My stats\" (ndistinct) ON \"select\", n FROM \"a.b\".\"Order\"",
                "ALTER STATISTICS \"a.b\".\"My stats\" SET STATISTICS 77",
            ]
        try await CatalogScene.forEachVersion(all) { scene in
            let kinds: Set<ObjectKind> = [.rule, .policy, .statistics]
            let (before, after) = try await scene.remakes(kinds)
            #expect(before.objects(kinds).count == 5)
            #expect(after.objects(kinds) == before.objects(kinds))
            #expect(try before.only("My policy", as: Policy.self).roles == [role, TestCluster.user].sorted())
            #expect(try before.only("My stats", as: ExtendedStatistics.self).target == 77)
        }
        for version in try await TestCluster.availableVersions() {
            try await TestCluster.shared(version: version).psql("DROP ROLE \"\(role)\"")
        }
    }

    @Test func `event triggers come back`() async throws {
        let all = [
            "CREATE FUNCTION \"F e\"() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
            "CREATE EVENT TRIGGER \"On drop\" ON sql_drop WHEN TAG IN ('DROP TABLE', 'DROP VIEW') EXECUTE FUNCTION \"F e\"()",
            "ALTER EVENT TRIGGER \"On drop\" ENABLE REPLICA",
            "CREATE EVENT TRIGGER ends ON ddl_command_end EXECUTE FUNCTION \"F e\"()",
        ]
        try await CatalogScene.forEachVersion(all) { scene in
            let (before, after) = try await scene.remakes([.eventTrigger])
            #expect(before.objects([.eventTrigger]).count == 2)
            #expect(after.objects([.eventTrigger]) == before.objects([.eventTrigger]))
        }
    }
}
