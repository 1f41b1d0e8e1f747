package import Subprocess
import SystemPackage

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The user that a cluster's processes run as and that owns its data: ourselves or, because PostgreSQL refuses to run
/// as root, the user `postgres` where we are root.
package struct ClusterOwner: Sendable, Hashable {
    /// Whom root becomes.
    static let unprivilegedName = "postgres"

    package let userID: UInt32
    package let groupID: UInt32
    /// Whether it is another user than ourselves.
    package let isSomebodyElse: Bool

    /// The owner of what this process starts.
    package static func current() throws(ClusterError) -> ClusterOwner {
        guard geteuid() == 0 else {
            return ClusterOwner(userID: geteuid(), groupID: getegid(), isSomebodyElse: false)
        }
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        let size = 16384
        var texts = [CChar](repeating: 0, count: size)
        let status = getpwnam_r(unprivilegedName, &entry, &texts, size, &found)
        guard status == 0, found != nil, entry.pw_uid != 0 else { throw .noUser(name: unprivilegedName) }
        return ClusterOwner(userID: entry.pw_uid, groupID: entry.pw_gid, isSomebodyElse: true)
    }

    /// How a child of ours becomes a process of the owner, out of reach of the signals of our terminal.
    package var platformOptions: PlatformOptions {
        var options = PlatformOptions()
        options.createSession = true
        if isSomebodyElse {
            options.userID = userID
            options.groupID = groupID
            options.supplementaryGroups = []
        }
        options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(5))]
        return options
    }

    /// Gives a file or directory to the owner. A symbolic link is not followed.
    package func take(_ path: String) throws(ClusterError) {
        guard isSomebodyElse, lchown(path, userID, groupID) != 0 else { return }
        let reason = Errno(rawValue: errno)
        throw .directory("'\(path)' cannot be given to the user '\(Self.unprivilegedName)': \(reason).")
    }
}
