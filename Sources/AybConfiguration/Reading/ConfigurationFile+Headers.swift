extension ConfigurationFile {
    /// Refuses a section whose name begins with an invalid character, such as `[!]` or `[` at the end of a line. toml++
    /// takes a valid one for granted (`parse_key` of its parser), and aborts the process.
    func requireNamesOfSections() throws(ConfigurationError) {
        // A byte order mark may come first; otherwise only spaces and tabs may precede a header.
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let header = line.unicodeScalars.drop { Self.isBlank($0) || $0 == "\u{FEFF}" }
            guard header.first == "[" else { continue }
            var name = header.dropFirst().drop(while: Self.isBlank)
            if name.first == "[" { name = name.dropFirst().drop(while: Self.isBlank) }
            if let first = name.first, Self.beginsName(first) { continue }
            let found = name.first.map { "a name cannot begin with '\($0)'" } ?? "the name is missing"
            throw ConfigurationError(
                place: identity.path, line: index + 1,
                reason: "this is not TOML: a section is written as [name], and \(found).")
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

    /// A character of a bare key, or a quote (TOML 1.0, *Keys*).
    private static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "\"", "'": true
        default: false
        }
    }
}
