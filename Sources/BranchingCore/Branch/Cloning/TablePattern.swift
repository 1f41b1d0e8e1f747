/// A pattern for table names, as in psql and pg_dump (manual, psql, Patterns): `*` matches any text, `?` any character,
/// and a dot separates schema and name; upper case is lower case except in double quotes, where nothing is special.
public struct TablePattern: Sendable, Hashable {
    /// The pattern as it was given.
    public let text: String
    /// nil if every schema matches.
    private let schema: [Element]?
    private let name: [Element]

    private enum Element: Hashable, Sendable {
        case scalar(Unicode.Scalar)
        case anyScalar
        case anyText
    }

    /// Reads a pattern.
    ///
    /// - Throws: ``BranchError/invalidRequest(_:)`` if it is empty, has an unclosed quote, or more than one dot.
    public init(_ text: String) throws(BranchError) {
        self.text = text
        var parts: [[Element]] = [[]]
        var isQuoted = false
        // Whether the quotes may go on: two of them mean one.
        var mayGoOn = false
        for scalar in text.unicodeScalars {
            defer { mayGoOn = scalar == "\"" && !isQuoted }
            switch scalar {
            case "\"":
                if mayGoOn { parts[parts.count - 1].append(.scalar(scalar)) }
                isQuoted.toggle()
            case "." where !isQuoted: parts.append([])
            case "*" where !isQuoted: parts[parts.count - 1].append(.anyText)
            case "?" where !isQuoted: parts[parts.count - 1].append(.anyScalar)
            case "\0": throw Self.invalid(text)
            default:
                let lowered = isQuoted ? scalar : scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
                parts[parts.count - 1].append(.scalar(lowered))
            }
        }
        guard !isQuoted, parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), let name = parts.last else {
            throw Self.invalid(text)
        }
        schema = parts.count == 2 ? parts[0] : nil
        self.name = name
    }

    /// Whether a table of that schema and name matches.
    public func matches(schema: String, name: String) -> Bool {
        let schemaFits = self.schema.map { Self.matches($0[...], schema.unicodeScalars[...]) } ?? true
        return schemaFits && Self.matches(self.name[...], name.unicodeScalars[...])
    }

    private static func invalid(_ text: String) -> BranchError {
        .invalidRequest(
            "'\(text)' is not a pattern for tables: write a name or schema.name, with * for any text and ? for any character."
        )
    }

    private static func matches(_ pattern: ArraySlice<Element>, _ text: Substring.UnicodeScalarView) -> Bool {
        // After a mismatch, only the last `*` needs another try, with one more character.
        var (pattern, text) = (pattern, text)
        var retry: (pattern: ArraySlice<Element>, text: Substring.UnicodeScalarView)?
        while true {
            if pattern.first == .anyText {
                pattern.removeFirst()
                retry = (pattern, text)
            } else if let scalar = text.first, let element = pattern.first,
                element == .anyScalar || element == .scalar(scalar)
            {
                pattern.removeFirst()
                text.removeFirst()
            } else if text.isEmpty, pattern.isEmpty {
                return true
            } else {
                guard var last = retry, !last.text.isEmpty else { return false }
                last.text.removeFirst()
                retry = last
                (pattern, text) = last
            }
        }
    }
}
