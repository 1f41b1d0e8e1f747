extension ConfigurationFile {
    /// The line that sets a key or opens a section, from 1, if it is written in the usual way.
    ///
    /// The parser keeps no positions of values, so this searches the text; callers can live with nil.
    func line(of path: String) -> Int? {
        var section = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = line.filter { !$0.isWhitespace && $0 != "\"" }
            if trimmed.hasPrefix("["), let end = trimmed.firstIndex(of: "]") {
                section = String(trimmed[trimmed.index(after: trimmed.startIndex)..<end])
                if section == path { return index + 1 }
            } else if let equals = trimmed.firstIndex(of: "="), !trimmed.hasPrefix("#") {
                let key = String(trimmed[..<equals])
                if (section.isEmpty ? key : section + "." + key) == path { return index + 1 }
            }
        }
        return nil
    }
}
