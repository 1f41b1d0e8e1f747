import Glibc
package import Subprocess
import SystemPackage

/// The user that runs a cluster's processes and owns its data: ourselves or, if we are root, which PostgreSQL refuses
/// to run as, the user `postgres`.
package struct ClusterOwner: Sendable, Hashable {
    /// The user that root becomes.
    static let unprivilegedName = "postgres"

    package let userID: UInt32
    package let groupID: UInt32
    /// Whether it is a user other than ourselves.
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

    /// How to run a program as the owner, out of reach of our terminal's signals.
    ///
    /// As root, `setpriv` (util-linux) changes the user, not the child itself between fork and exec: there
    /// glibc's setuid() waits for ever if another thread of ours was being created at that moment.
    package func command(_ program: String, _ arguments: [String]) -> Configuration {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(5))]
        var executable = Executable.path(FilePath(program))
        var arguments = arguments
        if isSomebodyElse {
            executable = .name("setpriv")
            arguments =
                ["--reuid=\(userID)", "--regid=\(groupID)", "--clear-groups", "--", program] + arguments
        }
        return Configuration(
            executable: executable, arguments: Arguments(arguments), environment: ClusterTools.environment(),
            workingDirectory: "/", platformOptions: options)
    }

    /// Gives a file or directory to the owner. Does not follow a symbolic link.
    package func take(_ path: String) throws(ClusterError) {
        guard isSomebodyElse, lchown(path, userID, groupID) != 0 else { return }
        let reason = Errno(rawValue: errno)
        throw .directory("'\(path)' cannot be given to the user '\(Self.unprivilegedName)': \(reason).")
    }
}
