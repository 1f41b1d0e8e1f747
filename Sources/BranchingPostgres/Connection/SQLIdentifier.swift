/// The one place where names and texts become part of a statement.
package enum SQLIdentifier {
    /// A name in double quotes (manual section 4.1.1).
    package static func quoted(_ name: String) -> String {
        "\"" + doubling("\"", in: name) + "\""
    }

    /// A text as a literal (manual section 4.1.2): for statements that take no bind parameters.
    package static func literal(_ text: String) -> String {
        let doubled = doubling("'", in: text)
        return text.contains("\\") ? " E'" + doubling("\\", in: doubled) + "'" : "'" + doubled + "'"
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
