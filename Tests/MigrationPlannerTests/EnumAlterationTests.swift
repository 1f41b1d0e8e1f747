import MigrationPlanner
import SchemaModel
import Testing

@Suite struct EnumAlterationTests {
    struct Change: Sendable {
        let old: String
        let new: String
        let expected: [String]?
    }

    static let changes = [
        Change(old: "a b", new: "a b", expected: []),
        Change(old: "", new: "a b", expected: ["ADD VALUE 'a'", "ADD VALUE 'b'"]),
        Change(old: "b", new: "a b c", expected: ["ADD VALUE 'a' BEFORE 'b'", "ADD VALUE 'c'"]),
        Change(old: "a d", new: "a b c d", expected: ["ADD VALUE 'b' BEFORE 'd'", "ADD VALUE 'c' BEFORE 'd'"]),
        Change(old: "a", new: "a it's", expected: ["ADD VALUE 'it''s'"]),
        Change(old: "a b", new: "a", expected: nil),
        Change(old: "a b", new: "b a", expected: nil),
        Change(old: "a b", new: "a c", expected: nil),
        Change(old: "a b", new: "b c a", expected: nil),
    ]

    @Test(arguments: changes)
    func `labels are added where they belong, and anything else needs another type`(change: Change) {
        let alteration = type(change.new).alteration(from: type(change.old), .still())
        #expect(alteration.sql == change.expected.map { $0.map { "ALTER TYPE s.t \($0)" } })
    }

    private func type(_ labels: String) -> EnumType {
        EnumType(
            id: ObjectID(.type, schema: "s", name: "t"), labels: labels.split(separator: " ").map(String.init))
    }

    @Test func `a report says which labels came and went`() {
        let differences = type("b c a").differences(from: type("a b d"))
        #expect(differences == ["label 'c' added", "label 'd' removed", "order of labels"])
        #expect(type("b c a").addedLabels(from: type("a b d")) == ["c"])
    }
}
