import AybConfiguration
import BranchingCore
import Foundation
import Testing

@testable import ayb

/// Keys, sockets and the home directory: nobody else may be able to replace them.
@Suite struct PrivatePlaceTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func local(_ environment: [String: String] = [:]) throws -> LocalServer {
        let process = directory.process(["AYB_HOME": directory.path + "/h"].merging(environment) { $1 })
        return try LocalServer(Configuration.load(process: process), process: process)
    }

    @Test(arguments: [0o777, 0o770, 0o1777] as [mode_t])
    func `a home that others can write is refused, by server and client`(mode: mode_t) throws {
        let home = try local().home
        try home.prepare()
        #expect(chmod(home.path, mode) == 0)
        #expect(throws: ConfigurationError.self) { try home.prepare() }
        let error = try #require(throws: ConfigurationError.self) { try local() }
        #expect(error.reason.contains("chmod go-w \(home.path)"))
        #expect(error.reason.contains("AYB_HOME"))
    }

    @Test func `a socket's directory that others can write is refused before a key goes there`() throws {
        let home = try local().home
        try home.prepare()
        #expect(chmod(home.socketDirectory, 0o777) == 0)
        #expect(throws: ConfigurationError.self) { try local() }
    }

    @Test func `a configured socket is used where nobody else can have put it`() throws {
        let socket = directory.path + "/s/ayb.sock"
        try directory.write("s/x", "")
        let server = try TinyHTTPServer(path: socket) { _ in TinyHTTPServer.Response() }
        defer { server.stop() }
        let named = ["AYB_SERVER_SOCKET": socket]
        #expect(chmod(socket, 0o777) == 0)
        #expect(try local(named).isListening)
        #expect(chmod(directory.path + "/s", 0o1777) == 0)
        #expect(try local(named).isListening)
        #expect(chmod(directory.path + "/s", 0o777) == 0)
        let error = try #require(throws: ConfigurationError.self) { try local(named) }
        #expect(error.reason.contains("no key is sent to this socket"))
        guard geteuid() == 0 else { return }
        // In a sticky directory it is somebody else's; in a service's directory it is the service's.
        #expect(chown(socket, 54_321, 54_321) == 0)
        #expect(chmod(directory.path + "/s", 0o1777) == 0)
        #expect(throws: ConfigurationError.self) { try local(named) }
        #expect(chmod(directory.path + "/s", 0o755) == 0)
        #expect(throws: ConfigurationError.self) { try local(named) }
        #expect(chown(directory.path + "/s", 54_321, 54_321) == 0)
        #expect(try local(named).isListening)
        #expect(chown(socket, 54_322, 54_322) == 0)
        #expect(throws: ConfigurationError.self) { try local(named) }
    }

    @Test func `a key that others can write is not used`() throws {
        let file = try directory.write("d/key", "0123456789abcdef\n", permissions: 0o644)
        #expect(try KeyFile.read(file).reveal() == "0123456789abcdef")
        for (place, mode) in [(file, 0o646), (file, 0o664), (directory.path + "/d", 0o777)] as [(String, mode_t)] {
            let before: mode_t = place == file ? 0o644 : 0o755
            #expect(chmod(place, mode) == 0)
            let error = try #require(throws: ConfigurationError.self) { try KeyFile.read(file) }
            #expect(error.reason.contains("chmod go-w \(place)"))
            #expect(chmod(place, before) == 0)
        }
        #expect(try KeyFile.read(file).reveal() == "0123456789abcdef")
        guard geteuid() == 0 else { return }
        #expect(chown(file, 54_321, 54_321) == 0)
        #expect(throws: ConfigurationError.self) { try KeyFile.read(file) }
    }
}
