import Glibc

/// The core files that the kernel writes when a process crashes. They hold its memory, and so keys and passwords.
package enum CoreFiles {
    /// Switches them off for good, for this process and its children.
    ///
    /// In the program itself, since not everybody starts it through a unit that does so.
    package static func forbid() throws(SystemFailure) {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        guard setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0 else {
            throw SystemFailure("switch off core files")
        }
    }
}
