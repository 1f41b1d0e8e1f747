/// The one place where names and texts become part of a statement.
package enum SQLIdentifier {
    /// A name in double quotes (manual section 4.1.1).
    package static func quoted(_ name: String) -> String {
        "\"" + doubling("\"", in: name) + "\""
    }

    /// A name, in double quotes if it needs them: if it is no plain lower-case word, or is a key word.
    package static func name(_ name: String) -> String {
        isPlain(name) && !SQLKeyword.quoted.contains(name) ? name : quoted(name)
    }

    /// A name with its schema, if it has one.
    package static func qualified(_ schema: String, _ name: String) -> String {
        schema.isEmpty ? self.name(name) : self.name(schema) + "." + self.name(name)
    }

    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, first == UInt8(ascii: "_") || isLetter(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "_") || isDigit($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// A text as a literal (manual section 4.1.2): for statements that take no bind parameters.
    package static func literal(_ text: String) -> String {
        (text.contains("\\") ? " E'" : "'") + escaped(text) + "'"
    }

    /// A text as its literal holds it.
    package static func escaped(_ text: String) -> String {
        doubling("\\", in: doubling("'", in: text))
    }

    // By scalars: a character may join a quote with a combining mark that follows it.
    private static func doubling(_ scalar: Unicode.Scalar, in text: String) -> String {
        var result = String.UnicodeScalarView()
        for each in text.unicodeScalars {
            if each == scalar { result.append(each) }
            result.append(each)
        }
        return String(result)
    }
}
