/// Text that comes from elsewhere and goes to a terminal.
enum VisibleText {
    /// The text with control characters, line breaks and marks that turn the direction of writing written as escapes:
    /// a terminal would obey them.
    static func escaping(_ text: String) -> String {
        // Nearly all text is plain ASCII, and needs no look into the tables of Unicode.
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                result += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The same on one line, for a cell: line breaks and tabs become a space.
    static func line(_ text: String) -> String {
        escaping(text.split { $0 == "\n" || $0 == "\t" }.joined(separator: " "))
    }

    /// The same with line breaks kept, and each tab as a space.
    static func paragraph(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { escaping(String($0).replacing("\t", with: " ")) }.joined(separator: "\n")
    }
}
