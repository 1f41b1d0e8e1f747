import MigrationPlanner
import SchemaModel
import Testing

@Suite struct DomainAlterationTests {
    struct Change: Sendable {
        let apply: @Sendable (inout DomainType) -> Void
        let expected: [String]?

        init(_ expected: [String]?, _ apply: @escaping @Sendable (inout DomainType) -> Void) {
            self.apply = apply
            self.expected = expected
        }
    }

    static let changes = [
        Change([]) { _ in },
        Change(["DROP DEFAULT"]) { $0.defaultExpression = nil },
        Change(["SET DEFAULT 2"]) { $0.defaultExpression = "2" },
        Change(["DROP NOT NULL"]) { $0.isNotNull = false },
        Change(["RENAME CONSTRAINT t_not_null TO \"n n\""]) { $0.notNullName = "n n" },
        Change(["DROP CONSTRAINT a"]) { $0.checks.removeFirst() },
        Change(["VALIDATE CONSTRAINT b"]) { $0.checks[1] = check("b", 1) },
        Change(["DROP CONSTRAINT a", "ADD CONSTRAINT a CHECK ((VALUE > 9))"]) { $0.checks[0] = check("a", 9) },
        Change(["DROP CONSTRAINT a", "ADD CONSTRAINT a CHECK ((VALUE > 0)) NOT VALID"]) {
            $0.checks[0] = check("a", 0, isValidated: false)
        },
        Change(nil) { $0.baseType = "bigint" },
        Change(nil) { $0.collation = "pg_catalog.\"C\"" },
    ]

    private static func check(_ name: String, _ limit: Int, isValidated: Bool = true) -> DomainType.Check {
        DomainType.Check(name: name, definition: "CHECK ((VALUE > \(limit)))", isValidated: isValidated)
    }

    private let id = ObjectID(.type, schema: "s", name: "t")

    private var domain: DomainType {
        var domain = DomainType(id: id, baseType: "integer")
        domain.isNotNull = true
        domain.defaultExpression = "1"
        domain.checks = [Self.check("a", 0), Self.check("b", 1, isValidated: false)]
        return domain
    }

    @Test(arguments: changes)
    func `a domain is changed in place but for its type`(change: Change) {
        var changed = domain
        change.apply(&changed)
        let alteration = changed.alteration(from: domain, .still())
        #expect(alteration.sql == change.expected.map { $0.map { "ALTER DOMAIN s.t \($0)" } })
    }

    @Test func `a name is given to NOT NULL where the server knows such names`() {
        var old = domain
        old.isNotNull = false
        var new = domain
        new.notNullName = "n"
        #expect(new.alteration(from: old, .still()).sql == ["ALTER DOMAIN s.t ADD CONSTRAINT n NOT NULL"])
        #expect(
            new.alteration(from: old, .still(version: 160_000)).sql == ["ALTER DOMAIN s.t SET NOT NULL"])
    }

    @Test func `a condition is not added where PostgreSQL cannot check the values`() {
        let column = Column(id: ObjectID(.column, schema: "s", parent: "x", name: "c"), type: "s.t[]")
        let context = MigrationContext.still(objects: [column], dependencies: [column.id: [id]])
        var old = domain
        old.checks = []
        #expect(domain.alteration(from: old, context) == .rebuild)
        #expect(old.alteration(from: domain, context).sql != nil)
    }
}
