import SQLText
package import SchemaModel

extension TextSearchConfiguration: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE TEXT SEARCH CONFIGURATION \(id.qualifiedName) (PARSER = \(parser))")]
            + changes(from: [:])
    }

    /// How to get here from another definition.
    package func alteration(from old: TextSearchConfiguration, _ context: MigrationContext) -> Alteration {
        parser == old.parser ? .inPlace(changes(from: old.mappings)) : .rebuild
    }

    private func changes(from old: [String: [String]]) -> [Statement] {
        let alter = "ALTER TEXT SEARCH CONFIGURATION \(id.qualifiedName)"
        let removed = old.keys.filter { mappings[$0] == nil }.sorted()
        var statements = removed.map { Statement("\(alter) DROP MAPPING FOR \(SQLIdentifier.name($0))") }
        for (token, dictionaries) in mappings.sorted(by: { $0.key < $1.key }) where old[token] != dictionaries {
            statements.append(
                Statement(
                    """
                    \(alter) \(old[token] == nil ? "ADD" : "ALTER") MAPPING FOR \(SQLIdentifier.name(token)) WITH \
                    \(dictionaries.joined(separator: ", "))
                    """))
        }
        return statements
    }

    /// What changed, in a few words each.
    package func differences(from old: TextSearchConfiguration) -> [String] {
        var notes = DifferenceNotes()
        notes.note("parser", old.parser, parser)
        for token in Set(old.mappings.keys).union(mappings.keys).sorted() {
            notes.note(
                "mapping \(token)", old.mappings[token]?.joined(separator: ", "),
                mappings[token]?.joined(separator: ", "))
        }
        return notes.texts
    }
}
