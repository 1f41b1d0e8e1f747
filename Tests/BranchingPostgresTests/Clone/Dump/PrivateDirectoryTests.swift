import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import BranchingPostgres

@Suite struct PrivateDirectoryTests {
    @Test func `only this user can read it, and nothing of it stays`() throws {
        try withParent { parent in
            let directory = try PrivateDirectory(in: parent)
            let file = directory.path.appending("secret")
            try directory.write("x", to: file)
            #expect(mode(directory.path) == 0o700)
            #expect(mode(file) == 0o600)
            #expect(throws: DumpError.self) { try directory.write("y", to: file) }
            directory.remove()
            #expect(mode(directory.path) == nil)
        }
    }

    @Test func `what a killed process left is removed, and nothing else`() throws {
        try withParent { parent in
            let left = parent.appending("\(PrivateDirectory.prefix)left")
            let young = parent.appending("\(PrivateDirectory.prefix)young")
            let other = parent.appending("other")
            let open = parent.appending("\(PrivateDirectory.prefix)open")
            for (path, mode) in [(left, 0o700), (young, 0o700), (other, 0o700), (open, 0o755)] {
                try FileManager.default.createDirectory(
                    atPath: path.string, withIntermediateDirectories: false, attributes: [.posixPermissions: mode])
            }
            try "p".write(toFile: left.appending("psql.pgpass").string, atomically: false, encoding: .utf8)
            let link = parent.appending("\(PrivateDirectory.prefix)link")
            try FileManager.default.createSymbolicLink(atPath: link.string, withDestinationPath: other.string)
            let used = try PrivateDirectory(in: parent)
            for path in [left, other, open, used.path] { try age(path) }
            PrivateDirectory.removeLeftovers(in: parent)
            #expect(mode(left) == nil)
            for path in [young, other, open, link, used.path] { #expect(mode(path) != nil) }
            used.remove()
        }
    }

    private func withParent(_ body: (FilePath) throws -> Void) throws {
        let parent = FilePath(FileManager.default.temporaryDirectory.path).appending(
            TestCluster.uniqueName("ayb-parent"))
        try FileManager.default.createDirectory(atPath: parent.string, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: parent.string) }
        try body(parent)
    }

    private func age(_ path: FilePath) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: path.string)
    }

    private func mode(_ path: FilePath) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path.string)
        return attributes?[.posixPermissions] as? Int
    }
}
