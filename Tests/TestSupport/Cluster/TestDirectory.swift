package import BranchingPostgres
import FoundationEssentials
import Glibc

/// Temporary directories named after the process that made them, so that a killed one's are found.
package enum TestDirectory {
    private static let parent = "/tmp"
    private static let prefix = "ayb-test-"

    /// Makes an empty directory, only for the given owner.
    package static func make(ownedBy owner: ClusterOwner) throws -> String {
        let path = try make(mode: 0o700)
        try owner.take(path)
        return path
    }

    /// Makes an empty directory of our own.
    package static func make(mode: Int) throws -> String {
        removeLeftovers()
        let path = "\(parent)/\(prefix)\(getpid())-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: mode])
        return path
    }

    /// Removes the directories of processes that are gone and whose watchdogs, after ten minutes, are gone too.
    private static func removeLeftovers() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let path = "\(parent)/\(name)"
            let maker = name.dropFirst(prefix.count).prefix { $0 != "-" }
            guard let pid = pid_t(maker), kill(pid, 0) != 0, errno == ESRCH else { continue }
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            guard let changed = attributes?[.modificationDate] as? Date, changed.timeIntervalSinceNow < -600 else {
                continue
            }
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
