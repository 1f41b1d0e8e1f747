/// The labels of one series, by name.
struct MetricLabels: Hashable, Sendable {
    /// None.
    static let none = MetricLabels([])

    private let pairs: [Pair]

    private struct Pair: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// Takes labels in any order; of two with one name the last counts.
    init(_ dimensions: [(String, String)]) {
        var pairs: [Pair] = []
        for (name, value) in dimensions {
            let name = Self.name(name)
            pairs.removeAll { $0.name == name }
            pairs.append(Pair(name: name, value: value))
        }
        self.pairs = pairs.sorted { $0.name < $1.name }
    }

    /// The labels as the exposition writes them, without braces.
    var text: String {
        pairs.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
    }

    /// A label's name: letters, digits and underscores. `le` is the bound of a histogram's bucket.
    private static func name(_ text: String) -> String {
        let name = MetricName.sanitized(text, allowing: "_")
        return name == "le" ? "le_" : name
    }

    private static func escaped(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 == 0x5C || $0 == 0x22 || $0 == 0x0A }) else { return value }
        return value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
