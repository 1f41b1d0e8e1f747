/// What a dump came to.
package struct DumpSummary: Sendable, Hashable {
    /// The length of the dump, in bytes.
    package var bytes: Int64
    /// What was left out because of missing roles.
    package var leftOut: RoleFilterReport
}
