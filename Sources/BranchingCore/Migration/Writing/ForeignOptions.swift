/// Options of foreign things, as `name 'value'`.
package enum ForeignOptions {
    /// The inside of `OPTIONS (…)` that turns some options into others; nil if they are the same.
    package static func change(from old: [String], to new: [String]) -> String? {
        let before = Dictionary(old.map(pair)) { $1 }
        let after = Dictionary(new.map(pair)) { $1 }
        var parts = before.keys.filter { after[$0] == nil }.sorted().map { "DROP \($0)" }
        for (name, value) in after.sorted(by: { $0.key < $1.key }) where before[name] != value {
            parts.append("\(before[name] == nil ? "ADD" : "SET") \(name) \(value)")
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The statements that change options.
    ///
    /// - Parameter name: The beginning of the statement: `ALTER SERVER s`.
    package static func changes(from old: [String], to new: [String], of name: String) -> [Statement] {
        change(from: old, to: new).map { [Statement("\(name) OPTIONS (\($0))")] } ?? []
    }

    /// `OPTIONS (…)` on a separate line; empty if there are none.
    package static func clause(_ options: [String]) -> String {
        options.isEmpty ? "" : "\nOPTIONS (\(options.joined(separator: ", ")))"
    }

    /// Which options changed. Their values may be secret, and are not shown.
    package static func differences(from old: [String], to new: [String]) -> [String] {
        let before = Dictionary(old.map(pair)) { $1 }
        let after = Dictionary(new.map(pair)) { $1 }
        return Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }.map {
            "option \($0)\(before[$0] == nil ? " added" : after[$0] == nil ? " removed" : "")"
        }
    }

    /// The name and the quoted value. A quoted name may hold a space.
    private static func pair(_ option: String) -> (String, String) {
        var isQuoted = false
        for index in option.indices {
            if option[index] == "\"" { isQuoted.toggle() }
            if option[index] == " " && !isQuoted {
                return (String(option[..<index]), String(option[option.index(after: index)...]))
            }
        }
        return (option, "''")
    }
}
