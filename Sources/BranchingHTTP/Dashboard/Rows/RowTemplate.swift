/// A template of which everything is evaluated but the texts. A long list has a few kinds of rows and many of each, and
/// evaluating a template takes far longer than filling in texts.
struct RowTemplate {
    /// Encloses the name of a text. Private use: no template has it, and it is no character that is escaped.
    private static let mark: Character = "\u{E000}"

    /// What is the same in each row, and the names of texts between.
    private let parts: [Substring]

    /// Evaluates a template.
    ///
    /// - Parameters:
    ///   - values: What is the same in each row.
    ///   - texts: The names of what is not.
    init(_ name: String, _ values: [String: Any], texts: some Sequence<String>) throws {
        var values = values
        for text in texts { values[text] = "\(Self.mark)\(text)\(Self.mark)" }
        parts = try PageTemplates.render(name, values).split(separator: Self.mark, omittingEmptySubsequences: false)
    }

    /// Adds a row with these texts.
    func write(_ texts: [String: String], to page: inout String) {
        for (index, part) in parts.enumerated() {
            if index.isMultiple(of: 2) {
                page += part
            } else {
                page += PageText.escape(texts[String(part)] ?? "")
            }
        }
    }
}
