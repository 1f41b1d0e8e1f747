import AybConfiguration
import Dispatch
import Foundation
import Glibc
import Synchronization

/// A real HTTP server over POSIX sockets, as small as possible: one request per connection.
final class TinyHTTPServer: Sendable {
    struct Request: Sendable {
        var line: String
        var headers: [String: String]
        var body: String
    }

    struct Response: Sendable {
        var status = 200
        var headers: [String] = ["Content-Type: application/json"]
        var body = "{}"
        /// The connection is held open, without an answer, until the server ends.
        var isSilent = false
    }

    /// Its address, for `--url`.
    let url: String
    private let listener: Int32
    private let path: String?
    private let seen = Mutex<[Request]>([])
    private let silent = Mutex<[Int32]>([])
    private let handler: @Sendable (Request) -> Response

    /// - Parameter path: a Unix socket; nil for a TCP port of 127.0.0.1.
    init(path: String? = nil, handler: @escaping @Sendable (Request) -> Response) throws {
        self.handler = handler
        self.path = path
        let stream = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(path == nil ? AF_INET : AF_UNIX, stream, 0)
        let bound = try path.map { try Self.bind(descriptor, to: $0) } ?? Self.bindToLoopback(descriptor)
        listener = descriptor
        guard listen(listener, 64) == 0 else { throw SystemFailure("listen") }
        url = bound
        // The queue holds the server until `stop` shuts its listener down.
        DispatchQueue(label: "tiny-http-server").async { self.accept() }
    }

    /// The requests so far.
    var requests: [Request] { seen.withLock { $0 } }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        silent.withLock { connections in
            connections.forEach { close($0) }
            connections = []
        }
        if let path { unlink(path) }
    }

    private func accept() {
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { break }
            guard let request = Self.read(connection) else {
                close(connection)
                continue
            }
            seen.withLock { $0.append(request) }
            let response = handler(request)
            if response.isSilent {
                silent.withLock { $0.append(connection) }
                continue
            }
            let head = [
                "HTTP/1.1 \(response.status) X", "Content-Length: \(response.body.utf8.count)", "Connection: close",
            ]
            let text = (head + response.headers).joined(separator: "\r\n") + "\r\n\r\n" + response.body
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count <= 0 { break }
                rest = rest.dropFirst(count)
            }
            close(connection)
        }
        close(listener)
    }

    private static func read(_ connection: Int32) -> Request? {
        var text = ""
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            if let end = text.range(of: "\r\n\r\n") {
                let lines = text[..<end.lowerBound].split(separator: "\r\n")
                var headers: [String: String] = [:]
                for line in lines.dropFirst() {
                    let parts = line.split(separator: ":", maxSplits: 1)
                    headers[parts[0].lowercased()] = String(parts.last ?? "").trimmingCharacters(in: .whitespaces)
                }
                let body = text[end.upperBound...]
                if body.utf8.count >= Int(headers["content-length"] ?? "0") ?? 0 {
                    return Request(line: String(lines.first ?? ""), headers: headers, body: String(body))
                }
            }
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            text += String(decoding: chunk[..<count], as: UTF8.self)
        }
    }

    private static func bind(_ descriptor: Int32, to path: String) throws -> String {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard code == 0 else { throw SystemFailure("bind \(path)") }
        return "unix://" + path
    }

    private static func bindToLoopback(_ descriptor: Int32) throws -> String {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard code == 0 else { throw SystemFailure("bind to 127.0.0.1") }
        return "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    }
}
