/// What any object can have besides its definition.
package struct ObjectFacets: Sendable, Hashable {
    /// The role that owns it; nil for objects without an owner, such as columns.
    package var owner: String?
    /// All privileges on it, including the owner's; nil if nobody ever changed the default.
    package var privileges: Set<Grant>?
    /// Its comment.
    package var comment: String?
    /// Its security labels by provider.
    package var securityLabels: [String: String]

    /// Makes facets.
    package init(
        owner: String? = nil, privileges: Set<Grant>? = nil, comment: String? = nil,
        securityLabels: [String: String] = [:]
    ) {
        self.owner = owner
        self.privileges = privileges
        self.comment = comment
        self.securityLabels = securityLabels
    }
}

/// One privilege that somebody has on an object (manual section 5.8).
package struct Grant: Sendable, Hashable, Comparable {
    /// The role that has it; empty for `PUBLIC`.
    package let grantee: String
    /// The privilege in capitals: `SELECT`.
    package let privilege: String
    /// Whether the role may grant it to others.
    package let isGrantable: Bool

    /// Makes a grant.
    package init(grantee: String, privilege: String, isGrantable: Bool = false) {
        self.grantee = grantee
        self.privilege = privilege
        self.isGrantable = isGrantable
    }

    /// Which comes first.
    package static func < (left: Grant, right: Grant) -> Bool {
        if left.grantee != right.grantee { return left.grantee < right.grantee }
        if left.privilege != right.privilege { return left.privilege < right.privilege }
        return !left.isGrantable && right.isGrantable
    }
}
