import FoundationEssentials
import Glibc
import Logging
import Subprocess
import SystemPackage
import TestSupport
import Testing

@testable import BranchingPostgres
@testable import PostgresTools

@Suite struct PrivateDirectoryTests {
    @Test func `only this user can read it, and nothing of it stays`() throws {
        try withParent { parent in
            let directory = try PrivateDirectory(in: parent)
            let file = directory.path.appending("secret")
            try directory.write("x", to: file)
            #expect(mode(directory.path) == 0o700)
            #expect(mode(file) == 0o600)
            #expect(throws: ToolError.self) { try directory.write("y", to: file) }
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

    /// The id of a process that is gone.
    private static func goneProcess() async throws -> Int32 {
        try await Subprocess.run(.name("true"), output: .discarded).processIdentifier.value
    }

    private func make(_ path: FilePath, mode: Int = 0o700, isEmpty: Bool = false) throws -> FilePath {
        try FileManager.default.createDirectory(
            atPath: path.string, withIntermediateDirectories: false, attributes: [.posixPermissions: mode])
        if !isEmpty {
            try "p".write(toFile: path.appending("psql.pgpass").string, atomically: false, encoding: .utf8)
        }
        return path
    }

    @Test func `what a process left that was killed a moment ago is removed, as its number tells`() async throws {
        let gone = try await Self.goneProcess()
        try withParent { parent in
            let prefix = "\(PrivateDirectory.prefix)\(gone)-"
            let left = try make(parent.appending(prefix + "left"))
            let others = [
                // Nobody has locked it yet.
                try make(parent.appending(prefix + "empty"), isEmpty: true),
                try make(parent.appending(prefix + "shared"), mode: 0o770),
                try make(parent.appending("\(PrivateDirectory.prefix)1-living")),
                try make(parent.appending("\(PrivateDirectory.prefix)\(getpid())-ours")),
            ]
            let link = parent.appending(prefix + "link")
            try FileManager.default.createSymbolicLink(atPath: link.string, withDestinationPath: others[3].string)
            PrivateDirectory.removeLeftovers(in: parent)
            #expect(mode(left) == nil)
            for path in others + [link] { #expect(mode(path) != nil, "\(path)") }
        }
    }

    @Test func `the start of a service removes the passwords of a killed one`() async throws {
        let name = "\(PrivateDirectory.prefix)\(try await Self.goneProcess())-\(TestCluster.uniqueName("x"))"
        let left = try make(PrivateDirectory.parent.appending(name))
        let service = PostgresBranchService(configuration: .init(), logger: Logger(label: "test"))
        let run = Task { try await service.run() }
        try await eventually("the directory is removed") { mode(left) == nil }
        run.cancel()
        _ = await run.result
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
