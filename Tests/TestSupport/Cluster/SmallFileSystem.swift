import BranchingPostgres
import FoundationEssentials
import Glibc
import Subprocess
package import Testing

/// A file system in a file, to fill up, or for features that the machine's lacks. Only root can mount one.
package struct SmallFileSystem: Sendable {
    /// Its mount point; the clusters' user may write there.
    package let path: String
    private let directory: String

    /// Why a test that needs one is skipped.
    package static let need: Comment = "It needs root, who can mount a file system."

    /// Whether one can be mounted here. A container's root cannot.
    package static func isPossible() async -> Bool {
        guard geteuid() == 0, let probe = try? await make(megabytes: 8) else { return false }
        return (try? await probe.remove()) != nil
    }

    /// Makes one and mounts it.
    ///
    /// - Parameter megabytes: its size, including its own overhead.
    package static func make(megabytes: Int) async throws -> SmallFileSystem {
        let owner = try ClusterOwner.current()
        let directory = try TestDirectory.make(mode: 0o711)
        let (image, path) = ("\(directory)/image", "\(directory)/mounted")
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            try await Self.run("truncate", ["--size=\(megabytes)M", image])
            try await Self.run("mkfs.ext4", ["-q", "-m", "0", image])
            try await Self.run("mount", ["-o", "loop", image, path])
            let inside = "\(path)/data"
            try FileManager.default.createDirectory(
                atPath: inside, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            try owner.take(inside)
            return SmallFileSystem(path: inside, directory: directory)
        } catch {
            try? FileManager.default.removeItem(atPath: directory)
            throw error
        }
    }

    /// Removes it, with all its content.
    package func remove() async throws {
        try await Self.run("umount", ["--lazy", "\(directory)/mounted"])
        try FileManager.default.removeItem(atPath: directory)
    }

    private static func run(_ program: String, _ arguments: [String]) async throws {
        let result = try await Subprocess.run(
            .name(program), arguments: Arguments(arguments),
            environment: .inherit.updating(["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]), output: .discarded,
            error: .string(limit: 4096))
        guard result.terminationStatus.isSuccess else {
            throw ClusterError.directory("\(program) failed: \(result.standardError)")
        }
    }
}
