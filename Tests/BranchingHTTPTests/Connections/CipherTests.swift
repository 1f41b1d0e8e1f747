import BranchingHTTP
import FoundationEssentials
import Subprocess
import TestSupport
import Testing

/// What TLS accepts, tested with another implementation.
@Suite(.timeLimit(.minutes(5)))
struct CipherTests {
    /// Whether OpenSSL agrees on a connection with the server.
    private func connects(_ arguments: [String], to address: ListenAddress) async throws -> Bool {
        guard case .tcp(let host, let port, _) = address else { return false }
        let result = try await Subprocess.run(
            .name("openssl"), arguments: Arguments(["s_client", "-connect", "\(host):\(port)"] + arguments),
            input: .none, output: .string(limit: 1 << 16), error: .discarded)
        return result.terminationStatus.isSuccess && result.standardOutput.contains("Cipher is ")
            && !result.standardOutput.contains("Cipher is (NONE)")
    }

    @Test(arguments: ["ec", "rsa"]) func `only ciphers that authenticate what they encrypt are taken`(_ kind: String)
        async throws
    {
        let name = kind == "ec" ? "ECDSA" : "RSA"
        try await TemporaryDirectory.run { directory in
            let files = try await directory.makeCertificate(kind: kind)
            let tls = ListenAddress.tcp(host: "127.0.0.1", port: 0, tls: files)
            try await TestServer.run(TestAPI().api, on: [tls]) { server in
                let address = try #require(server.addresses.first)
                for cipher in [
                    "ECDHE-\(name)-AES128-GCM-SHA256", "ECDHE-\(name)-AES256-GCM-SHA384",
                    "ECDHE-\(name)-CHACHA20-POLY1305",
                ] {
                    #expect(try await connects(["-tls1_2", "-cipher", cipher], to: address), "\(cipher)")
                }
                for cipher in [
                    "AES128-SHA", "AES128-GCM-SHA256", "ECDHE-\(name)-AES128-SHA", "ECDHE-\(name)-AES256-SHA384",
                ] {
                    #expect(
                        try await !connects(["-tls1_2", "-cipher", "\(cipher):@SECLEVEL=0"], to: address), "\(cipher)")
                }
                #expect(try await connects(["-tls1_3"], to: address))
                for version in ["-tls1", "-tls1_1"] {
                    #expect(try await !connects([version, "-cipher", "ALL:@SECLEVEL=0"], to: address), "\(version)")
                }
            }
        }
    }
}
