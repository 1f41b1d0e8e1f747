/// A list of roles in a statement: `alice, PUBLIC, "Bob"`.
struct RoleList: Sendable, Hashable {
    /// One role and its token; the name is nil for `PUBLIC`, `CURRENT_USER` and the like, which exist everywhere.
    struct Entry: Sendable, Hashable {
        var name: String?
        var token: Int
    }

    let entries: [Entry]

    /// Reads the roles from a token on.
    init(in statement: DumpStatement, at first: Int) {
        var entries: [Entry] = []
        var index = first
        repeat {
            // An old, still accepted noise word.
            if statement.isWord("group", at: index) { index += 1 }
            guard let name = statement.name(at: index) else { break }
            let isSpecial = statement.tokens[index].kind == .word && Self.specialRoles.contains(name)
            entries.append(Entry(name: isSpecial ? nil : name, token: index))
            index += 2
        } while statement.isSymbol(",", at: index - 1)
        self.entries = entries
    }

    /// The names that are not in a set.
    func names(missingIn roles: Set<String>) -> [String] {
        entries.compactMap(\.name).filter { !roles.contains($0) }
    }

    private static let specialRoles: Set<String> = ["public", "current_role", "current_user", "session_user", "user"]
}
