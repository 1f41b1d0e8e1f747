/// Text that comes from elsewhere and goes to a terminal.
enum VisibleText {
    /// The text with control characters, line breaks and marks that turn the direction of writing written as escapes:
    /// a terminal would obey them.
    static func escaping(_ text: String) -> String {
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
