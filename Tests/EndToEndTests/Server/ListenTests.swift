import BranchingCore
import BranchingPostgres
import FoundationEssentials
import TestSupport
import Testing

/// Where a server listens, and what it says if it cannot.
@Suite(.timeLimit(.minutes(5))) struct ListenTests {
    @Test func `it listens on a free port and on its socket, and says where`() async throws {
        try await ServerProcess.run(
            database: nil, variables: ["AYB_SERVER_HOST": "127.0.0.1", "AYB_SERVER_PORT": "0"]
        ) { server in
            let addresses = try await server.addresses()
            #expect(addresses.contains(server.socket))
            let url = try #require(addresses.first { $0.hasPrefix("http://127.0.0.1:") })
            #expect(!url.hasSuffix(":0"))
            #expect(try await server.request("GET", APIPath.live, address: url)?.status == 200)
            #expect(try await server.request("GET", APIPath.status, key: nil, address: url)?.status == 401)
        }
    }

    @Test func `with certificate and key it speaks TLS`() async throws {
        let directory = try TestDirectory.make(mode: 0o700)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let (certificate, key) = try await ServerProcess.makeCertificate(in: directory)
        let variables = [
            "AYB_SERVER_HOST": "127.0.0.1", "AYB_SERVER_PORT": "0", "AYB_SERVER_TLS_CERTIFICATE": certificate,
            "AYB_SERVER_TLS_KEY": key,
        ]
        try await ServerProcess.run(database: nil, variables: variables) { server in
            let url = try #require(try await server.addresses().first { $0.hasPrefix("https://127.0.0.1:") })
            let answer = try await server.request("GET", APIPath.status, address: url, certificate: certificate)
            #expect(answer?.status == 200)
            // No answer to a client that does not trust the certificate, nor without TLS.
            #expect(try await server.request("GET", APIPath.status, address: url) == nil)
            #expect(
                try await server.request(
                    "GET", APIPath.status, address: url.replacing("https:", with: "http:"), limit: 5) == nil)
        }
    }

    @Test(arguments: [("127.1", true), ("127.0.0.1", false)])
    func `an address that is not known as loopback is warned of without TLS`(host: String, warns: Bool) async throws {
        // The short form of 127.0.0.1 (inet_aton(3)): others cannot reach it, but the server does not know that.
        let variables = ["AYB_SERVER_HOST": host, "AYB_SERVER_PORT": "0"]
        try await ServerProcess.run(database: nil, variables: variables) { server in
            _ = try await server.addresses()
            #expect(try server.log().contains("there is no TLS") == warns)
        }
        let directory = try TestDirectory.make(mode: 0o700)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let (certificate, key) = try await ServerProcess.makeCertificate(in: directory)
        let tls = ["AYB_SERVER_TLS_CERTIFICATE": certificate, "AYB_SERVER_TLS_KEY": key]
        try await ServerProcess.run(database: nil, variables: variables.merging(tls) { $1 }) { server in
            _ = try await server.addresses()
            #expect(try !server.log().contains("there is no TLS"))
        }
    }

    @Test func `a port in use is reported`() async throws {
        let variables = ["AYB_SERVER_HOST": "127.0.0.1", "AYB_SERVER_PORT": "0"]
        try await ServerProcess.run(database: nil, variables: variables) { server in
            let url = try #require(try await server.addresses().first { $0.hasPrefix("http:") })
            let port = try #require(url.split(separator: ":").last)
            let other = ["AYB_SERVER_HOST": "127.0.0.1", "AYB_SERVER_PORT": String(port)]
            try await ServerProcess.run(database: nil, variables: other, waiting: false) { second in
                #expect(try await second.waitForExit() == "exited(1)")
                let log = try second.log()
                #expect(log.contains("cannot listen on \(url)") && log.contains("in use"), "\(log)")
            }
        }
    }

    @Test func `one home has one server`() async throws {
        let variables = ["AYB_SERVER_SOCKET": ""]
        try await ServerProcess.run(database: nil, variables: variables, waiting: false) { server in
            _ = try await server.addresses()
            let same = ["AYB_SERVER_SOCKET": "", "AYB_HOME": server.home]
            try await ServerProcess.run(database: nil, variables: same, waiting: false) { second in
                let status = try await second.waitForExit()
                #expect(status == "exited(1)")
                #expect(try second.log().contains("is already running (process \(server.pid))"))
            }
        }
    }

    @Test func `a branch that failed cannot be worked on`() async throws {
        let scene = try await CrashScene.make()
        try await scene.server { server in
            let body = #"{"name":"broken","from":"postgresql://nobody@127.0.0.1:1/none"}"#
            let answer = try await server.request("POST", APIPath.branches, body: body)
            #expect(answer?.status == 502)
        }
        let url = scene.cluster.serverURL(database: scene.source)
        try await ServerProcess.run(database: url, arguments: ["--branch", "broken"], waiting: false) { server in
            let status = try await server.waitForExit()
            #expect(status == "exited(1)")
            #expect(try server.log().contains("'broken'"))
        }
        try await scene.remove()
    }
}
