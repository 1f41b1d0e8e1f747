/// Names of metrics and labels, as the exposition format allows them.
enum MetricName {
    /// The name, with an underscore for each character that may not be there.
    static func sanitized(_ text: String, allowing others: String = "_:") -> String {
        var name = ""
        for character in text.unicodeScalars {
            switch character {
            case "a"..."z", "A"..."Z": name.unicodeScalars.append(character)
            case "0"..."9":
                if name.isEmpty { name = "_" }
                name.unicodeScalars.append(character)
            default: name.unicodeScalars.append(others.unicodeScalars.contains(character) ? character : "_")
            }
        }
        return name.isEmpty ? "_" : name
    }
}
