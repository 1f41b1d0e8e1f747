/// Replaces names in SQL text: whole names only, and not inside strings.
package enum NameReplacement {
    /// The text with the last non-nil name of a dotted path replaced.
    ///
    /// - Parameter path: `[schema, name]`, `[name]`, or `[schema, nil]` for a schema before any name.
    package static func replaced(in text: String, _ path: [String?], by newName: String) -> String {
        let names = path.compactMap { $0 }
        let old = names.map(SQLIdentifier.name).joined(separator: ".") + (path.last == .some(nil) ? "." : "")
        var replacement = names.dropLast().map(SQLIdentifier.name) + [SQLIdentifier.name(newName)]
        if path.last == .some(nil) { replacement[replacement.count - 1] += "." }
        let new = replacement.joined(separator: ".")
        guard text.contains(old) else { return text }
        var result = ""
        var rest = text[...]
        var isInString = false
        while let range = rest.firstRange(of: old) {
            for character in rest[..<range.lowerBound] where character == "'" { isInString.toggle() }
            result += rest[..<range.lowerBound]
            let before = result.unicodeScalars.last
            let after = rest[range.upperBound...].unicodeScalars.first
            // A sequence's name is in a string that is cast to regclass.
            let isName = !isInString || (before == "'" && rest[range.upperBound...].hasPrefix("'::regclass"))
            let isWhole = !isNamePart(before, alsoPoint: names.count > 1) && (old.hasSuffix(".") || !isNamePart(after))
            result += isName && isWhole ? new : old
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    /// Whether a name occurs in SQL text.
    package static func contains(_ name: String, in text: String) -> Bool {
        replaced(in: text, [name], by: name + "_") != text
    }

    private static func isNamePart(_ scalar: Unicode.Scalar?, alsoPoint: Bool = false) -> Bool {
        guard let scalar else { return false }
        return scalar == "_" || scalar == "\"" || scalar == "$" || (alsoPoint && scalar == ".")
            || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
}
