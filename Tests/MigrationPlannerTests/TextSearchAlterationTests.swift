import MigrationPlanner
import SchemaModel
import Testing

@Suite struct TextSearchAlterationTests {
    struct MappingChange: Sendable {
        let old: [String: [String]]
        let new: [String: [String]]
        let expected: [String]
    }

    static let mappingChanges = [
        MappingChange(old: [:], new: ["word": ["a", "b"]], expected: ["ADD MAPPING FOR word WITH a, b"]),
        MappingChange(
            old: ["word": ["a"], "url": ["a"]], new: ["word": ["b", "a"]],
            expected: ["DROP MAPPING FOR url", "ALTER MAPPING FOR word WITH b, a"]),
        MappingChange(old: ["word": ["a"]], new: ["word": ["a"]], expected: []),
    ]

    @Test(arguments: mappingChanges)
    func `mappings are changed token by token`(change: MappingChange) {
        let id = ObjectID(.textSearchConfiguration, schema: "s", name: "t")
        let old = TextSearchConfiguration(id: id, parser: "p", mappings: change.old)
        let new = TextSearchConfiguration(id: id, parser: "p", mappings: change.new)
        #expect(
            new.alteration(from: old, .still()).sql
                == change.expected.map { "ALTER TEXT SEARCH CONFIGURATION s.t \($0)" })
        let other = TextSearchConfiguration(id: id, parser: "q", mappings: change.new)
        #expect(other.alteration(from: old, .still()) == .rebuild)
    }

    struct OptionChange: Sendable {
        let old: String
        let new: String
        let expected: [String]
    }

    static let optionChanges = [
        OptionChange(old: "", new: "a = 'x'", expected: ["(a = 'x')"]),
        OptionChange(old: "a = 'x, y = z', b = '1'", new: "b = '2'", expected: ["(a, b = '2')"]),
        OptionChange(old: "a = 'it''s'", new: "a = 'it''s'", expected: []),
        OptionChange(old: "\"a, =\" = 'x'", new: "c = E'\\\\'", expected: ["(\"a, =\", c = E'\\\\')"]),
    ]

    @Test(arguments: optionChanges)
    func `the options of a dictionary are changed one by one`(change: OptionChange) {
        let id = ObjectID(.textSearchDictionary, schema: "s", name: "t")
        let old = TextSearchDictionary(id: id, template: "p", options: change.old)
        let new = TextSearchDictionary(id: id, template: "p", options: change.new)
        #expect(
            new.alteration(from: old, .still()).sql
                == change.expected.map { "ALTER TEXT SEARCH DICTIONARY s.t \($0)" })
    }
}
