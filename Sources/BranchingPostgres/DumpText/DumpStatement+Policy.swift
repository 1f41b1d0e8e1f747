extension DumpStatement {
    /// The roles of a `CREATE POLICY name ON table [AS …] [FOR …] [TO role, …] [USING (…)] [WITH CHECK (…)]`; nil if it names
    /// none, or is something else.
    var policyRoles: RoleList? {
        guard begins(with: "create", "policy"), isWord("on", at: 3) else { return nil }
        // The clause comes before the first expression, and expressions are in parentheses.
        let end = tokens.indices.first { isSymbol("(", at: $0) } ?? tokens.count
        guard let to = (4..<max(4, end)).first(where: { isWord("to", at: $0) }) else { return nil }
        return RoleList(in: self, at: to + 1)
    }
}
