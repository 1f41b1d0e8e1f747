import BranchingHTTP
import FoundationEssentials
import NIOCore
import NIOPosix
import Subprocess
import TestSupport
import Testing

/// A test's directory, short enough for the path of a Unix socket.
struct TemporaryDirectory: Sendable {
    let path: String

    /// Makes one, and removes it afterwards.
    static func run<Value>(_ body: (TemporaryDirectory) async throws -> Value) async throws -> Value {
        let path = "/tmp/ayb-test-" + String(UInt32.random(in: .min ... .max), radix: 36)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await body(TemporaryDirectory(path: path))
    }

    func has(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/" + name)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
    }

    func permissions(of name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        let permissions = try #require(attributes[.posixPermissions] as? Int)
        return permissions & 0o777
    }

    /// Leaves a socket that nobody listens on.
    func makeStaleSocket(_ name: String) async throws {
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(unixDomainSocketPath: path + "/" + name).get()
        // Closing removes it, so it is put back under its name.
        try FileManager.default.linkItem(atPath: path + "/" + name, toPath: path + "/kept")
        try await channel.close()
        if !has(name) { try FileManager.default.moveItem(atPath: path + "/kept", toPath: path + "/" + name) }
        #expect(has(name))
        // A program that another test is just starting may hold a copy of the socket for a moment.
        try await eventually("nobody listens on the socket") { [path] in
            let client = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            guard let channel = try? await client.connect(unixDomainSocketPath: path + "/" + name).get() else {
                return true
            }
            // If that program has just ended, so has the connection.
            try? await channel.close()
            return false
        }
    }

    /// Makes a self-signed certificate for `localhost`.
    ///
    /// - Parameter kind: the kind of its key, `ec` or `rsa`.
    func makeCertificate(_ name: String = "server", kind: String = "ec") async throws -> TLSFiles {
        let files = TLSFiles(certificate: path + "/\(name).pem", key: path + "/\(name)-key.pem")
        let result = try await Subprocess.run(
            .name("openssl"),
            arguments: [
                "req", "-x509", "-newkey", kind, "-pkeyopt",
                kind == "ec" ? "ec_paramgen_curve:prime256v1" : "rsa_keygen_bits:2048", "-nodes", "-days", "1",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", files.key, "-out",
                files.certificate,
            ],
            output: .discarded, error: .string(limit: 4096))
        try #require(result.terminationStatus.isSuccess, "\(result.standardError)")
        return files
    }
}
