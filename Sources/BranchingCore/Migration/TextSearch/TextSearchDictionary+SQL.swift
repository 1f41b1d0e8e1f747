package import SchemaModel

extension TextSearchDictionary: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let list = ["TEMPLATE = \(template)"] + (options.isEmpty ? [] : [options])
        return [Statement("CREATE TEXT SEARCH DICTIONARY \(id.qualifiedName) (\(list.joined(separator: ", ")))")]
    }

    /// How to get here from another definition.
    package func alteration(from old: TextSearchDictionary, _ context: MigrationContext) -> Alteration {
        guard template == old.template else { return .rebuild }
        let before = Self.list(old.options)
        let after = Self.list(options)
        let names = Set(after.map(\.name))
        // An option without a value is removed.
        let changes =
            before.map(\.name).filter { !names.contains($0) }
            + after.filter { option in !before.contains { $0 == option } }.map { "\($0.name) = \($0.value)" }
        guard !changes.isEmpty else { return .inPlace([]) }
        return .inPlace(
            [Statement("ALTER TEXT SEARCH DICTIONARY \(id.qualifiedName) (\(changes.joined(separator: ", ")))")])
    }

    /// What changed, in a few words each.
    package func differences(from old: TextSearchDictionary) -> [String] {
        var notes = DifferenceNotes()
        notes.note("template", old.template, template)
        notes.note("options", old.options, options)
        return notes.texts
    }

    /// The options one by one. Names and values may hold what separates them, in quotes.
    private static func list(_ options: String) -> [(name: String, value: String)] {
        split(options, at: ",").map { option in
            let parts = split(option, at: "=")
            return (parts[0], parts.dropFirst().joined(separator: "="))
        }
    }

    /// Cuts a text at a character outside quotes, and trims the spaces. A doubled quote closes and reopens, and the
    /// text has no others: backslashes are doubled too.
    private static func split(_ text: String, at separator: Unicode.Scalar) -> [String] {
        guard !text.isEmpty else { return [] }
        var parts: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
        var quote: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == quote { quote = nil } else if quote == nil, scalar == "'" || scalar == "\"" { quote = scalar }
            if scalar == separator && quote == nil {
                parts.append(String.UnicodeScalarView())
            } else {
                parts[parts.count - 1].append(scalar)
            }
        }
        return parts.map { part in
            let start = part.drop { $0 == " " }
            return String(String.UnicodeScalarView(start.reversed().drop { $0 == " " }.reversed()))
        }
    }
}
