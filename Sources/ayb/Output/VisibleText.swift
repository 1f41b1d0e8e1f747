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
}
