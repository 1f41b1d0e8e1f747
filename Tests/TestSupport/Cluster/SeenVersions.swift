import FoundationEssentials
import SystemPackage

/// The minor releases that the tests ran on, in the file that `AYB_TEST_VERSIONS_SEEN` names: `Scripts/test.sh` prints
/// them, and fails if the newest is not among them.
enum SeenVersions {
    /// Adds a line to the file.
    static func add(_ version: String) throws {
        guard let path = ProcessInfo.processInfo.environment["AYB_TEST_VERSIONS_SEEN"], !path.isEmpty else { return }
        let file = try FileDescriptor.open(
            FilePath(path), .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
        try file.closeAfter { _ = try file.writeAll("\(version)\n".utf8) }
    }
}
