extension JSONSyntax {
    /// What is wrong with a text.
    enum Violation: Error, Sendable, Hashable {
        /// It is not UTF-8, or has a byte order mark.
        case notUTF8
        /// It breaks the grammar.
        case malformed
        /// An object has this member twice.
        case duplicateMember(String)
        /// Values are nested too deep.
        case tooDeep
    }
}

extension JSONSyntax.Violation: CustomStringConvertible {
    var description: String {
        switch self {
        case .notUTF8: "The body is not valid JSON: it has to be UTF-8 (RFC 8259), without a byte order mark."
        case .malformed: "The body is not valid JSON."
        case .duplicateMember(let name):
            "The body is not valid JSON: '\(name.prefix(64))' appears twice in one object."
        case .tooDeep: "The body is not valid JSON for this API: it is nested too deep."
        }
    }
}
