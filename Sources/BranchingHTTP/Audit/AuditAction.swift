/// What somebody may have to answer for.
enum AuditAction: String, CaseIterable {
    case create = "branch.create"
    case delete = "branch.delete"
    /// A password is given out.
    case password = "branch.password"
    case diff = "schema.diff"
    case createKey = "key.create"
    case changeKey = "key.change"
    case rotateKey = "key.rotate"
    case revokeKey = "key.revoke"
    /// A key that is not ours, or does not work any more, was shown.
    case refusedKey = "key.refused"
}
