/// The value of a setting that is a list of names, as `pg_db_role_setting` keeps it: `"$user", public`.
enum SettingList {
    /// The names, without quotes; as pg_dump's `SplitGUCList` reads them (dumputils.c), which never changes case.
    ///
    /// `ALTER … SET` quotes names if they need it, and `SET … FROM CURRENT` keeps the text as somebody wrote it.
    ///
    /// - Returns: nil if it is not a list.
    static func names(in text: String) -> [String]? {
        var rest = Substring(text).drop(while: isBlank)
        guard !rest.isEmpty else { return [] }
        var names: [String] = []
        while true {
            guard let name = takeName(from: &rest) else { return nil }
            names.append(name)
            rest = rest.drop(while: isBlank)
            guard let separator = rest.popFirst() else { return names }
            guard separator == "," else { return nil }
            rest = rest.drop(while: isBlank)
        }
    }

    private static func takeName(from rest: inout Substring) -> String? {
        var name = ""
        guard rest.first == "\"" else {
            let word = rest.prefix { $0 != "," && !isBlank($0) }
            rest = rest.dropFirst(word.count)
            return word.isEmpty ? nil : String(word)
        }
        rest = rest.dropFirst()
        while let character = rest.popFirst() {
            guard character == "\"" else {
                name.append(character)
                continue
            }
            // Two quotes stand for one in the name.
            guard rest.first == "\"" else { return name }
            name.append("\"")
            rest = rest.dropFirst()
        }
        return nil
    }

    /// `scanner_isspace` in scansup.c.
    private static func isBlank(_ character: Character) -> Bool { " \t\n\r\u{0B}\u{0C}\r\n".contains(character) }
}
