import SQLText

/// Options as PostgreSQL keeps them in `reloptions` and the like: `name=value`.
package enum OptionText {
    /// An option for `SET (…)` and `WITH (…)`.
    package static func assignment(_ option: String) -> String {
        guard let sign = option.unicodeScalars.firstIndex(of: "=") else { return option }
        let value = String(option[option.index(after: sign)...])
        return "\(name(of: option))=\(SQLIdentifier.literal(value))"
    }

    /// The name of an option, quoted where that is needed; `toast.` stays before the point.
    private static func name(of option: String) -> String {
        let name = String(option.prefix { $0 != "=" })
        return name.split(separator: ".").map { SQLIdentifier.name(String($0)) }.joined(separator: ".")
    }

    /// The statements that change options.
    ///
    /// - Parameter name: The beginning of the statement: `ALTER TABLE a.b`.
    package static func changes(from old: [String], to new: [String], of name: String) -> [Statement] {
        var removed = Set(old.map(self.name)).subtracting(new.map(self.name)).sorted()
        var added = new.filter { !old.contains($0) }
        // What is set moves to the end, and pg_dump prints options in their order.
        let moving = Set(added.map(self.name)).union(removed)
        let result = old.filter { !moving.contains(self.name(of: $0)) } + added
        let isToast = { (option: String) in option.hasPrefix("toast.") }
        if result.filter({ !isToast($0) }) + result.filter(isToast) != new {
            removed = old.map(self.name).sorted()
            added = new
        }
        var statements: [Statement] = []
        if !removed.isEmpty { statements.append(Statement("\(name) RESET (\(removed.joined(separator: ", ")))")) }
        if !added.isEmpty {
            statements.append(Statement("\(name) SET (\(added.map(assignment).joined(separator: ", ")))"))
        }
        return statements
    }
}
