/// One privilege that somebody has on an object (manual section 5.8).
public struct Grant: Sendable, Hashable, Comparable {
    /// The role that has it; empty for `PUBLIC`.
    public let grantee: String
    /// The privilege in capitals: `SELECT`.
    public let privilege: String
    /// Whether the role may grant it to others.
    public let isGrantable: Bool

    /// Makes a grant.
    public init(grantee: String, privilege: String, isGrantable: Bool = false) {
        self.grantee = grantee
        self.privilege = privilege
        self.isGrantable = isGrantable
    }

    /// Which comes first.
    public static func < (left: Grant, right: Grant) -> Bool {
        if left.grantee != right.grantee { return left.grantee < right.grantee }
        if left.privilege != right.privilege { return left.privilege < right.privilege }
        return !left.isGrantable && right.isGrantable
    }
}
