/// The privileges on something that users did not make, where they changed them: a member of an extension, or what comes
/// with PostgreSQL. Those of its owner are left out, who is whoever made the extension or the cluster.
package struct ChangedPrivileges: Sendable, Hashable {
    /// The extension that it is in; nil for what comes with PostgreSQL.
    package var provider: ObjectID?
    /// What it came with (`pg_init_privs`, manual section 53.28).
    package var initial: Set<Grant>
    /// What holds now.
    package var grants: Set<Grant>

    /// Makes a value.
    package init(provider: ObjectID?, initial: Set<Grant>, grants: Set<Grant>) {
        self.provider = provider
        self.initial = initial
        self.grants = grants
    }
}
