import AybConfiguration
import BranchingCore
import Testing

@testable import ayb

@Suite struct PrivateServerTests {
    @Test func `its environment has its own place, key and database, and nothing of another server`() throws {
        let directory = try TemporaryDirectory()
        try directory.write("named.toml", "[branching]\njobs = 2\n")
        let process = directory.process([
            "PATH": "/bin", "AYB_URL": "http://h", "AYB_API_KEY": "k", "AYB_ADMIN_TOKEN_FILE": "/t",
            "AYB_HOME": "/other", "AYB_SERVER_HOST": "0.0.0.0",
        ])
        let configuration = try Configuration.load(path: "named.toml", process: process)
        let environment = PrivateServer.environment(
            of: process, directory: "/d", socket: "/d/ayb.sock", database: Secret("postgresql://h/d"), key: "key",
            configuration)
        #expect(
            environment == [
                "PATH": "/bin", "AYB_CONFIG": directory.path + "/named.toml", "AYB_HOME": "/d", "AYB_SERVER_HOST": "",
                "AYB_SERVER_SOCKET": "/d/ayb.sock", "AYB_DATABASE_URL": "postgresql://h/d",
                "AYB_DATABASE_EMBEDDED": "false", "AYB_DATABASE_ALLOW_SOCKET_SOURCES": "true",
                "AYB_ADMIN_TOKEN": "key",
            ])
    }

    @Test func `a connection string is never an argument of the server`() {
        let request = StartRequest(database: Secret("postgresql://u:hunter2@h/d"), host: "127.0.0.1", port: 1)
        #expect(request.arguments(workingDirectory: "/") == ["--host", "127.0.0.1", "--port", "1"])
        #expect(request.environment([:]) == ["AYB_DATABASE_URL": "postgresql://u:hunter2@h/d"])
    }
}
