import FoundationEssentials
import Glibc
import Testing

@testable import ayb

@Suite struct PrivateServerDirectoryTests {
    private func make(_ path: String, mode: Int = 0o700) throws -> String {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: mode])
        try "log".write(toFile: path + "/log", atomically: false, encoding: .utf8)
        return path
    }

    @Test func `what a killed command left is removed by the next, and nothing else`() throws {
        let directory = try TemporaryDirectory()
        let parent = directory.path
        // No process has a number that large (proc(5), pid_max is at most 2^22).
        let prefix = "\(parent)/\(PrivateServerDirectory.prefix)"
        let left = try make("\(prefix)9999999-left")
        let others = [
            try make("\(prefix)\(getpid())-living"), try make("\(prefix)9999999-shared", mode: 0o750),
            try make("\(prefix)x-strange"), try make("\(parent)/other"),
        ]
        let link = "\(prefix)9999999-link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: others[3])
        PrivateServerDirectory.removeLeftovers(in: parent)
        #expect(!FileManager.default.fileExists(atPath: left))
        for path in others + [link, others[3] + "/log"] {
            #expect(FileManager.default.fileExists(atPath: path), "\(path)")
        }
    }

    @Test func `a fresh one is this user's alone`() throws {
        let path = try PrivateServerDirectory.make()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
        #expect(path.contains("/\(PrivateServerDirectory.prefix)\(getpid())-"))
    }
}
