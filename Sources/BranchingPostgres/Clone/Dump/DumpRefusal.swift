/// Why a dump is not to be restored.
package enum DumpRefusal: Error, Sendable, Hashable {
    /// It names a missing role where it cannot be left out.
    case roleMissing(RoleFilterRefusal)
    /// It has something that psql must not be given; the text says what.
    case unsafe(String)
}
