import DiffTerms
import MigrationPlanner
import SchemaModel
import Testing

@Suite struct CompositeAlterationTests {
    struct Change: Sendable {
        let old: String
        let new: String
        let expected: [String]?
    }

    static let changes = [
        Change(old: "a int, b text", new: "a int, b text, c date", expected: ["ADD ATTRIBUTE c date"]),
        Change(old: "a int, b text", new: "b text", expected: ["DROP ATTRIBUTE a"]),
        Change(old: "a int, b text", new: "a bigint, b text", expected: ["ALTER ATTRIBUTE a TYPE bigint"]),
        Change(old: "a int, b text", new: "b text, c int", expected: ["DROP ATTRIBUTE a", "ADD ATTRIBUTE c int"]),
        Change(old: "a int, b text", new: "b text, a int", expected: nil),
        Change(old: "a int, b text", new: "a int, c int, b text", expected: nil),
    ]

    private let id = ObjectID(.type, schema: "s", name: "t")

    @Test(arguments: changes)
    func `attributes are dropped and added at the end`(change: Change) {
        let alteration = type(change.new).alteration(from: type(change.old), .still())
        #expect(
            alteration.sql == change.expected.map { ["ALTER TYPE s.t\n    " + $0.joined(separator: ",\n    ")] })
    }

    private func type(_ attributes: String) -> CompositeType {
        CompositeType(
            id: id,
            attributes: attributes.split(separator: ",").map { attribute in
                let words = attribute.split(separator: " ").map(String.init)
                return CompositeType.Attribute(name: words[0], type: words[1])
            })
    }

    private var stored: MigrationContext {
        let column = Column(id: ObjectID(.column, schema: "s", parent: "x", name: "c"), type: "s.t[]")
        return .still(objects: [column], dependencies: [column.id: [id]])
    }

    @Test func `the type of an attribute is not changed while columns hold it`() {
        #expect(type("a bigint").alteration(from: type("a int"), stored) == .rebuild)
        #expect(type("a int, b int").alteration(from: type("a int"), stored).sql != nil)
    }

    @Test func `values that are no longer visible are reported`() {
        guard case .inPlace(let statements) = type("a int").alteration(from: type("a int, b text"), stored) else {
            Issue.record("A column of the type does not keep it from being changed in place.")
            return
        }
        #expect(statements.flatMap(\.hazards).map(\.kind) == [.deletesData])
    }

    @Test func `tables of the type are changed with it`() {
        var table = Table(id: ObjectID(.table, schema: "s", name: "x"))
        table.ofType = "s.t"
        let alteration = type("b int, c int").alteration(from: type("a int, b int"), .still(objects: [table]))
        #expect(alteration.sql == ["ALTER TYPE s.t\n    DROP ATTRIBUTE a CASCADE,\n    ADD ATTRIBUTE c int CASCADE"])
    }

    @Test func `values are carried over attribute by attribute`() {
        #expect(
            type("b text, a bigint, c int").conversion(of: "x.c", from: type("a int, b text"))
                == "CASE WHEN x.c IS DISTINCT FROM NULL THEN ROW((x.c).b, (x.c).a::text::bigint, NULL)::s.t END")
    }
}
