import AybConfiguration
import Foundation
import Testing

/// Who besides the user and root can change what a path leads to, on real files.
@Suite struct WriteAccessTests {
    private let directory: TemporaryDirectory
    private let access = WriteAccess()
    /// A user who is neither we nor root.
    private static let stranger: uid_t = 54_321

    init() throws { directory = try TemporaryDirectory() }

    private func weakness(_ path: String) throws -> PathWeakness? { try access.weakness(of: directory.path + path) }

    @Test(
        arguments: [
            (0o600, false), (0o644, false), (0o755, false), (0o620, true), (0o602, true), (0o666, true),
        ] as [(mode_t, Bool)])
    func `a file counts where neither its group nor everybody can write it`(mode: mode_t, isWeak: Bool) throws {
        try directory.write("f", "", permissions: mode)
        #expect(try (weakness("/f")?.kind == .writable(isDirectory: false)) == isWeak)
    }

    @Test(
        arguments: [
            (0o755, false), (0o711, false), (0o775, true), (0o757, true), (0o777, true),
            // In a directory like /tmp nobody can replace another user's file.
            (0o1777, false), (0o1775, false),
        ] as [(mode_t, Bool)])
    func `who can write a directory on the way can replace the file`(mode: mode_t, isWeak: Bool) throws {
        try directory.write("d/e/f", "")
        #expect(chmod(directory.path + "/d", mode) == 0)
        let found = try weakness("/d/e/f")
        #expect((found?.kind == .writable(isDirectory: true)) == isWeak)
        #expect(found.map { $0.path == directory.path + "/d" } ?? !isWeak)
    }

    @Test func `into a directory at the end nobody else may put anything, sticky or not`() throws {
        try directory.write("d/f", "")
        #expect(chmod(directory.path + "/d", 0o1777) == 0)
        #expect(try weakness("/d")?.kind == .writable(isDirectory: true))
    }

    @Test func `links are followed as the kernel follows them`() throws {
        try directory.write("open/real", "")
        try directory.write("closed/other", "")
        #expect(chmod(directory.path + "/open", 0o777) == 0)
        for (link, target) in [
            ("relative", "open/real"), ("absolute", directory.path + "/open/real"), ("up", "closed/../open/real"),
            ("twice", "relative"), ("directory", "open"),
        ] {
            #expect(symlink(target, "\(directory.path)/\(link)") == 0)
            let found = try weakness("/\(link)" + (link == "directory" ? "/real" : ""))
            #expect(found?.path == directory.path + "/open", "\(link)")
        }
        #expect(symlink("closed/other", directory.path + "/good") == 0)
        #expect(try weakness("/good") == nil)
        #expect(symlink("round", directory.path + "/round") == 0)
        #expect(throws: SystemFailure.self) { try weakness("/round") }
    }

    /// Only root can give files away.
    @Test(.enabled(if: geteuid() == 0, "only root can give files away"), arguments: ["f", "d", "l"])
    func `what belongs to another counts as his: a file, a directory, a link`(name: String) throws {
        try directory.write("f", "")
        try directory.write("d/f", "")
        #expect(symlink("d/f", directory.path + "/l") == 0)
        #expect(lchown("\(directory.path)/\(name)", Self.stranger, Self.stranger) == 0)
        let found = try weakness(name == "d" ? "/d/f" : "/\(name)")
        #expect(found?.kind == .foreign(owner: Self.stranger))
        #expect(found?.path == "\(directory.path)/\(name)")
        // Root's files are safe for everybody, a user's for that user.
        #expect(try WriteAccess(userID: Self.stranger).weakness(of: directory.path + "/d/f") == nil)
    }

    @Test func `what is said is a command that mends it`() async throws {
        let file = try directory.write("it's a file", "", permissions: 0o666)
        let text = try #require(try access.weakness(of: file)).text(for: file)
        let command = try #require(text.components(separatedBy: "Close it to them: ").last)
        let shell = try ChildProcessRun.shell(command)
        #expect(shell == 0)
        #expect(try access.weakness(of: file) == nil)
    }

    @Test func `a pipe and a device can be named, and a file that was replaced is not read`() throws {
        #expect(mkfifo(directory.path + "/pipe", 0o600) == 0)
        let pipe = try OpenFile(directory.path + "/pipe", O_RDONLY | O_NONBLOCK)
        #expect(try access.weakness(of: directory.path + "/pipe", opened: pipe) == nil)
        #expect(try access.weakness(of: "/dev/null", opened: OpenFile("/dev/null", O_RDONLY)) == nil)
        let path = try directory.write("f", "one")
        let file = try OpenFile(path, O_RDONLY)
        try directory.write("g", "two")
        #expect(rename(directory.path + "/g", path) == 0)
        #expect(try access.weakness(of: path, opened: file)?.kind == .replaced)
    }
}
