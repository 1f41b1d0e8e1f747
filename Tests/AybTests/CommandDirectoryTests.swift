import AybConfiguration
import Foundation
import SystemFiles
import Testing

@testable import ayb

/// What a killed command leaves, and the next one removes.
@Suite struct CommandDirectoryTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
    }

    private func make(_ name: String, mode: mode_t = 0o700) throws -> String {
        try directory.write("\(name)/log", "what it said\n")
        #expect(chmod("\(directory.path)/\(name)", mode) == 0)
        return "\(directory.path)/\(name)"
    }

    @Test func `a directory that nobody has any more is removed with all that is in it`() throws {
        let left = try make("ayb-run-abc123")
        try directory.write("ayb-run-abc123/run/ayb.sock", "")
        CommandDirectory.removeLeftovers(in: directory.path)
        #expect(!FileManager.default.fileExists(atPath: left))
    }

    @Test func `one whose log is held is in use, by whichever process`() throws {
        let used = try make("ayb-run-abc123")
        do {
            let log = try OpenFile(used + "/log", O_RDONLY)
            #expect(FileLock.exclusive.acquire(log.descriptor))
            CommandDirectory.removeLeftovers(in: directory.path)
            #expect(FileManager.default.fileExists(atPath: used))
        }
        CommandDirectory.removeLeftovers(in: directory.path)
        #expect(!FileManager.default.fileExists(atPath: used))
    }

    @Test func `what is not surely ours stays`() throws {
        _ = try make("ayb-run-open00", mode: 0o755)
        _ = try make("ayb-run-longer-name")
        _ = try make("other-abc123")
        let elsewhere = try make("elsewhere")
        #expect(symlink(elsewhere, directory.path + "/ayb-run-link00") == 0)
        try FileManager.default.createDirectory(
            atPath: directory.path + "/ayb-run-linked", withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        #expect(symlink(elsewhere + "/log", directory.path + "/ayb-run-linked/log") == 0)
        if geteuid() == 0 {
            // Only root can give files away.
            #expect(chown(try make("ayb-run-others"), 54_321, 54_321) == 0)
            let mixed = try make("ayb-run-mixed0")
            #expect(chown(mixed + "/log", 54_321, 54_321) == 0)
        }
        let before = try names()
        CommandDirectory.removeLeftovers(in: directory.path)
        #expect(try names() == before)
        #expect(FileManager.default.fileExists(atPath: elsewhere + "/log"))
    }
}
