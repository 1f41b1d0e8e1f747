/// Privileges that users changed on something they did not make: a member of an extension, or what comes with
/// PostgreSQL. Those of its owner, whoever made the extension or the cluster, are left out.
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
