/// Which types a foreign key can have on its two sides: those with a common operator class (`pg_amop`, B-tree).
enum ComparableTypes {
    private static let groups: [Set<String>] = [
        ["smallint", "integer", "bigint"], ["real", "double precision"], ["text", "character varying", "name"],
        ["date", "timestamp without time zone", "timestamp with time zone"], ["inet", "cidr"],
    ]

    /// Whether there is one for both types, as `format_type` writes them.
    static func areComparable(_ one: String, _ other: String) -> Bool {
        let (left, right) = (ExplicitCast.element(of: one), ExplicitCast.element(of: other))
        if left == right { return true }
        guard !left.isArray, !right.isArray else { return false }
        return groups.contains { $0.isSuperset(of: [left.name, right.name]) }
    }
}
