import NIOSSL

/// The files of a server's TLS identity, both in PEM format.
public struct TLSFiles: Sendable, Hashable {
    /// The path of the certificate chain, leaf first.
    public var certificate: String
    /// The path of its private key, unencrypted.
    public var key: String

    /// Names the files; they are read when the server starts.
    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// TLS 1.2's ciphers: forward secrecy and authenticated encryption, as in all of TLS 1.3 (RFC 9325, section 4.2).
    private static let cipherSuites = "ECDHE+AESGCM:ECDHE+CHACHA20"

    /// TLS 1.2 or later, HTTP/1.1.
    func configuration() throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try certificateChain().map { .certificate($0) }, privateKey: .privateKey(try privateKey())
        )
        configuration.minimumTLSVersion = .tlsv12
        configuration.cipherSuites = Self.cipherSuites
        configuration.applicationProtocols = ["http/1.1"]
        return configuration
    }

    private func certificateChain() throws(ListenError) -> [NIOSSLCertificate] {
        let chain: [NIOSSLCertificate]
        do { chain = try NIOSSLCertificate.fromPEMFile(certificate) } catch { chain = [] }
        guard !chain.isEmpty else { throw .certificate(path: certificate) }
        return chain
    }

    private func privateKey() throws(ListenError) -> NIOSSLPrivateKey {
        do { return try NIOSSLPrivateKey(file: key, format: .pem) } catch { throw .key(path: key) }
    }
}
