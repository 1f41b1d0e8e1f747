import AybConfiguration
import Foundation
import Testing

@Suite struct AybHomeTests {
    private func home(_ environment: [String: String], user: UInt32 = 1000) throws -> AybHome {
        try AybHome(process: ProcessContext(environment: environment, workingDirectory: "/work", userID: user))
    }

    @Test(arguments: [
        (["AYB_HOME": "/a"], UInt32(1000), "/a"), (["AYB_HOME": "b"], 1000, "/work/b"), ([:], 0, "/var/lib/ayb"),
        (["HOME": "/h"], 1000, "/h/.local/share/ayb"), (["HOME": "/h", "XDG_DATA_HOME": "/x"], 1000, "/x/ayb"),
        (["HOME": "/h", "XDG_DATA_HOME": "relative"], 1000, "/h/.local/share/ayb"), (["AYB_HOME": "/a"], 0, "/a"),
    ])
    func `the directory is found`(environment: [String: String], user: UInt32, path: String) throws {
        #expect(try home(environment, user: user).path == path)
    }

    @Test func `no home at all is an error that names AYB_HOME`() throws {
        let error = try #require(throws: ConfigurationError.self) { try home([:]) }
        #expect(error.description.contains("AYB_HOME"))
    }

    @Test func `the socket is in the directory if its path is short enough`() throws {
        #expect(try home(["AYB_HOME": "/a"]).socket == "/a/run/ayb.sock")
        let limit = "/" + String(repeating: "x", count: 91 - "//run/ayb.sock".utf8.count)
        #expect(try home(["AYB_HOME": limit]).socket.utf8.count == 91)
        #expect(try home(["AYB_HOME": limit]).socket.hasPrefix(limit))
    }

    @Test func `a long path moves the socket, to a separate place for each home`() throws {
        let long = "/" + String(repeating: "x", count: 92 - "//run/ayb.sock".utf8.count)
        let fallback = try home(["AYB_HOME": long])
        #expect(fallback.socket.hasPrefix("/tmp/ayb-1000/"))
        #expect(fallback.socket.utf8.count < 92)
        #expect(try fallback.socket != home(["AYB_HOME": long + "y"]).socket)
        let runtime = try home(["AYB_HOME": long, "XDG_RUNTIME_DIR": "/run/user/1000"])
        #expect(runtime.socket.hasPrefix("/run/user/1000/ayb-"))
    }

    /// Only root can make a directory that counts as root's.
    private static var users: [(UInt32, mode_t)] {
        if geteuid() == 0 { return [(0, 0o711), (1000, 0o700)] }
        return [(geteuid(), 0o700)]
    }

    @Test(arguments: users)
    func `directories are for the user alone, but that root's home can be passed through`(
        user: UInt32, mode: mode_t
    ) throws {
        let directory = try TemporaryDirectory()
        var process = directory.process(["AYB_HOME": directory.path + "/a/b"])
        process.userID = user
        let home = try AybHome(process: process)
        try home.prepare()
        try home.prepare()
        var status = stat()
        for (path, mode) in [(home.path, mode), (home.socketDirectory, 0o700)] {
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == mode)
        }
    }
}
