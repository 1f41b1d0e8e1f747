/// The privileges on something that users did not make, where they changed them: a member of an extension, or what comes
/// with PostgreSQL. Those of its owner are left out, who is whoever made the extension or the cluster.
public struct ChangedPrivileges: Sendable, Hashable {
    /// The extension that it is in; nil for what comes with PostgreSQL.
    public var provider: ObjectID?
    /// What it came with (`pg_init_privs`, manual section 53.28).
    public var initial: Set<Grant>
    /// What holds now.
    public var grants: Set<Grant>

    /// Makes a value.
    public init(provider: ObjectID?, initial: Set<Grant>, grants: Set<Grant>) {
        self.provider = provider
        self.initial = initial
        self.grants = grants
    }
}
