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
