/// Text that comes from elsewhere and goes to a terminal, a log or a person: the one place that knows which characters
/// would do something there instead of being seen.
package enum VisibleText {
    /// Whether a character is only seen. The others are control characters (a terminal obeys those of C0 and C1), line
    /// and paragraph separators, and the invisible ones that format, including all that turn the direction of writing
    /// (Unicode Standard Annex 9).
    package static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        // Nearly all text is plain ASCII, and needs no look into the tables of Unicode.
        if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    /// The text with everything else written as an escape, such as `\u{1b}`, line breaks too.
    package static func escaping(_ text: String) -> String {
        escaping(text) { "\\u{" + String($0.value, radix: 16) + "}" }
    }

    /// The same on one line, for a cell: line breaks and tabs become a space.
    package static func line(_ text: String) -> String {
        escaping(text.split { $0 == "\n" || $0 == "\t" }.joined(separator: " "))
    }

    /// The same with line feeds kept, and each tab as a space.
    package static func paragraph(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) { return text }
        return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { escaping(String($0).replacing("\t", with: " ")) }.joined(separator: "\n")
    }

    /// The inside of a JSON string (RFC 8259, section 7), all of it visible.
    package static func jsonString(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            default: result += isVisible(scalar) ? String(scalar) : jsonEscape(scalar)
            }
        }
        return result
    }

    /// A JSON document with the same values, all of it visible but for the line feeds between its parts.
    ///
    /// Outside of strings JSON has only ASCII, and inside them no raw control character below U+0020: what is escaped
    /// here is part of a string.
    package static func jsonDocument(_ document: String) -> String {
        if document.utf8.allSatisfy({ $0 < 0x7F }) { return document }
        return escaping(document, keeping: "\n", jsonEscape)
    }

    /// As `\u001b`; above U+FFFF as a pair of surrogates.
    package static func jsonEscape(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    /// The text with everything that is not visible written by a rule.
    package static func escaping(
        _ text: String, keeping kept: Unicode.Scalar? = nil, _ escape: (Unicode.Scalar) -> String
    ) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == kept || isVisible(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += escape(scalar)
            }
        }
        return result
    }
}
