import Subprocess

extension ServerProcess {
    /// Waits until the server has said where it listens: URLs, and the paths of sockets.
    package func addresses() async throws -> [String] {
        let announcement = "listening addresses="
        try await eventually("the server listens") { try log().contains(announcement) }
        let line = try log().split(separator: "\n").first { $0.contains(announcement) } ?? ""
        let list = line.firstRange(of: announcement).map { line[$0.upperBound...] } ?? ""
        return list.split { $0 == " " || $0 == "\"" }.map(String.init)
    }

    /// Writes a self-signed certificate for 127.0.0.1 and its key into a directory.
    package static func makeCertificate(in directory: String) async throws -> (certificate: String, key: String) {
        let (certificate, key) = ("\(directory)/certificate.pem", "\(directory)/key.pem")
        let result = try await Subprocess.run(
            .name("openssl"),
            arguments: [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
            ], output: .discarded, error: .string(limit: 65536))
        guard result.terminationStatus.isSuccess else { throw ServerProcessError.ended(log: result.standardError) }
        return (certificate, key)
    }
}
