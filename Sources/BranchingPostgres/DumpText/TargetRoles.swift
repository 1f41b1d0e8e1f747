/// The roles of the cluster that a dump is restored into, as its restoring role sees them.
package struct TargetRoles: Sendable, Hashable {
    /// Every role that exists, by its name in `pg_roles`.
    package var existing: Set<String>
    /// The roles that the restoring role may make owners of objects: those that it can `SET ROLE` to.
    package var assignable: Set<String>
    /// Whether the restoring role is a superuser: only they may `SET SESSION AUTHORIZATION`.
    package var isSuperuser: Bool

    package init(existing: Set<String>, assignable: Set<String>, isSuperuser: Bool) {
        self.existing = existing
        self.assignable = assignable
        self.isSuperuser = isSuperuser
    }
}
