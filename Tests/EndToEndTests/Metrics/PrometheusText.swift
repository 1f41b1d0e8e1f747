/// Reads Prometheus' exposition format 0.0.4, by its document ("Text format details"), and refuses what it does not
/// allow.
struct PrometheusText {
    struct Family {
        var type = "untyped"
        var help: String?
        var samples: [(name: String, labels: [String: String], value: Double)] = []
    }

    struct Malformed: Error {
        let line: String
    }

    private(set) var families: [String: Family] = [:]

    init(_ text: String) throws {
        guard text.isEmpty || text.hasSuffix("\n") else { throw Malformed(line: "no line feed at the end") }
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# HELP ") || line.hasPrefix("# TYPE ") {
                try describe(line)
            } else if !line.hasPrefix("#") {
                try sample(line)
            }
        }
    }

    /// The value of a sample with exactly these labels.
    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        families[Self.family(of: name, in: families)]?.samples.first { $0.name == name && $0.labels == labels }?.value
    }

    private mutating func describe(_ line: Substring) throws {
        let parts = line.split(separator: " ", maxSplits: 3)
        guard parts.count == 4, Self.isName(parts[2]) else { throw Malformed(line: String(line)) }
        let name = String(parts[2])
        if parts[1] == "HELP" {
            guard families[name]?.help == nil else { throw Malformed(line: "a second HELP of \(name)") }
            families[name, default: Family()].help = String(parts[3])
        } else {
            let types: Set<Substring> = ["counter", "gauge", "histogram", "summary", "untyped"]
            // TYPE comes before the first sample.
            guard types.contains(parts[3]), families[name]?.samples.isEmpty ?? true else {
                throw Malformed(line: String(line))
            }
            families[name, default: Family()].type = String(parts[3])
        }
    }

    private mutating func sample(_ line: Substring) throws {
        let name = line.prefix { $0 != "{" && $0 != " " }
        guard Self.isName(name) else { throw Malformed(line: String(line)) }
        var rest = line.dropFirst(name.count)
        var labels: [String: String] = [:]
        if rest.first == "{" {
            rest = rest.dropFirst()
            while let first = rest.first, first != "}" {
                let label = rest.prefix { $0 != "=" }
                rest = rest.dropFirst(label.count)
                guard Self.isName(label), !label.contains(":"), rest.hasPrefix("=\"") else {
                    throw Malformed(line: String(line))
                }
                rest = rest.dropFirst(2)
                guard labels.updateValue(try Self.quoted(&rest), forKey: String(label)) == nil else {
                    throw Malformed(line: String(line))
                }
                if rest.first == "," { rest = rest.dropFirst() }
            }
            guard rest.first == "}" else { throw Malformed(line: String(line)) }
            rest = rest.dropFirst()
        }
        let fields = rest.split(separator: " ")
        guard (1...2).contains(fields.count), let value = Double(fields[0]) else { throw Malformed(line: String(line)) }
        let family = Self.family(of: String(name), in: families)
        let isNew = families[family]?.samples.contains { $0.name == name && $0.labels == labels } != true
        guard isNew else { throw Malformed(line: "a second \(line)") }
        families[family, default: Family()].samples.append((String(name), labels, value))
    }

    /// A label's value, after its opening quote.
    private static func quoted(_ rest: inout Substring) throws -> String {
        var value = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": return value
            case "\\":
                switch rest.popFirst() {
                case "\\": value.append("\\")
                case "\"": value.append("\"")
                case "n": value.append("\n")
                default: throw Malformed(line: "an unknown escape")
                }
            default: value.append(character)
            }
        }
        throw Malformed(line: "an open quote")
    }

    private static func family(of name: String, in families: [String: Family]) -> String {
        for suffix in ["_bucket", "_sum", "_count"] where name.hasSuffix(suffix) {
            let base = String(name.dropLast(suffix.count))
            if families[base]?.type == "histogram" { return base }
        }
        return name
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", ":": true
            default: false
            }
        }
    }
}
