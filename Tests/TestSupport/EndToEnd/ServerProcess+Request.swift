import BranchingCore
import FoundationEssentials
import Subprocess

extension ServerProcess {
    /// The answer to a request.
    package struct Answer: Sendable {
        package var status: Int
        /// By lower-case name.
        package var headers: [String: String]
        package var body: String

        /// The body as a value of the API.
        package func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
            try APICoder.decoder().decode(type, from: Data(body.utf8))
        }
    }

    /// Sends a request with curl, and returns nil if nobody answers.
    ///
    /// - Parameters:
    ///   - key: nil for none. curl gets it on its standard input.
    ///   - address: a URL that the server listens on; nil for its socket.
    ///   - certificate: the file of the certificate expected there, for TLS.
    ///   - limit: how long the whole answer may take, in seconds.
    package func request(
        _ method: String, _ path: String, body: String? = nil, key: String? = ServerProcess.token,
        headers: [String] = [], address: String? = nil, certificate: String? = nil, limit: Int = 60
    ) async throws -> Answer? {
        var configuration = [
            "silent", "include", "max-time = \(limit)", "request = \(method)",
            "url = \(Self.quoted((address ?? "http://localhost") + path))",
        ]
        if address == nil { configuration.append("unix-socket = \(Self.quoted(socket))") }
        if let certificate { configuration.append("cacert = \(Self.quoted(certificate))") }
        var headers = headers
        if let key { headers.append("Authorization: Bearer \(key)") }
        if let body {
            headers.append("Content-Type: application/json")
            configuration.append("data-binary = \(Self.quoted(body))")
        }
        configuration += headers.map { "header = \(Self.quoted($0))" }
        let result = try await Subprocess.run(
            .name("curl"), arguments: ["--config", "-"], input: .string(configuration.joined(separator: "\n")),
            output: .string(limit: 1 << 20), error: .discarded)
        guard result.terminationStatus.isSuccess else { return nil }
        return Self.parse(result.standardOutput)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func parse(_ text: String) -> Answer? {
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        guard let first = lines.first?.split(separator: " "), first.count >= 2, let status = Int(first[1]) else {
            return nil
        }
        if status == 100 { return parse(String(text[end.upperBound...])) }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        return Answer(status: status, headers: headers, body: String(text[end.upperBound...]))
    }
}
