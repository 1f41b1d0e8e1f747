import EmbeddedPostgres
import FoundationEssentials
import Glibc
import Logging
import TestSupport
import Testing

/// Which directories a private cluster takes, and that it leaves others alone.
@Suite struct EmbeddedClusterDirectoryTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Owner and permissions of everything.
    private static func state(of directory: String) throws -> [String: String] {
        var found: [String: String] = [:]
        for name in try [""] + FileManager.default.subpathsOfDirectory(atPath: directory) {
            var status = stat()
            #expect(lstat("\(directory)/\(name)", &status) == 0)
            found[name] = "\(status.st_uid) \(String(status.st_mode, radix: 8))"
        }
        return found
    }

    @Test(arguments: [
        ["thesis.txt"], ["data/thesis.txt"], ["log/app.log"], ["run/app.pid"], ["log/x", "run/y", "password"],
        ["data/PG_VERSION"], ["etc/passwd", "log/x"],
    ])
    func `a directory with anything else in it keeps its owner and permissions`(files: [String]) async throws {
        let sandbox = try EmbeddedSandbox()
        let manager = FileManager.default
        for file in files {
            let path = "\(sandbox.directory)/\(file)"
            let parent = path.split(separator: "/").dropLast().joined(separator: "/")
            try manager.createDirectory(atPath: "/" + parent, withIntermediateDirectories: true)
            try "all my work".write(toFile: path, atomically: false, encoding: .utf8)
        }
        #expect(chmod(sandbox.directory, 0o750) == 0)
        let before = try Self.state(of: sandbox.directory)
        let cluster = EmbeddedCluster(configuration: sandbox.configuration(), logger: logger)
        let error = await #expect(throws: ClusterError.self) { try await cluster.start() }
        #expect(error?.description.contains("Nothing was changed.") == true)
        #expect(try Self.state(of: sandbox.directory) == before)
    }
}
