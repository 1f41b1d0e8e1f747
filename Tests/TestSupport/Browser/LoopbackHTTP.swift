import Dispatch
import Glibc

/// One request and its answer (HTTP/1.1) over a connection to a server on this machine.
enum LoopbackHTTP {
    struct Failure: Error {
        var call: String
        var errno: Int32
    }

    /// Sends a request and waits for the answer, at most two minutes for each part of it.
    static func send(
        _ method: String, _ path: String, body: [UInt8], to port: Int
    ) async throws -> (status: Int, body: [UInt8]) {
        try await withCheckedThrowingContinuation { continuation in
            // Blocks its own thread, and none of those that tests run on.
            DispatchQueue.global().async {
                continuation.resume(with: Result { try exchange(method, path, body, port) })
            }
        }
    }

    private static func exchange(
        _ method: String, _ path: String, _ body: [UInt8], _ port: Int
    ) throws -> (status: Int, body: [UInt8]) {
        let connection = try connect(to: port)
        defer { close(connection) }
        let head =
            "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
        try write(Array(head.utf8) + body, to: connection)
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if let answer = answer(in: received) { return answer }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { throw Failure(call: "recv", errno: count < 0 ? errno : 0) }
            received += buffer.prefix(count)
        }
    }

    private static func connect(to port: Int) throws -> Int32 {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard connection >= 0 else { throw Failure(call: "socket", errno: errno) }
        var limit = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            defer { close(connection) }
            throw Failure(call: "connect", errno: errno)
        }
        return connection
    }

    private static func write(_ bytes: [UInt8], to connection: Int32) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(connection, buffer.baseAddress?.advanced(by: sent), buffer.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure(call: "send", errno: errno) }
            sent += count
        }
    }

    /// The answer, as soon as all of it has arrived.
    private static func answer(in received: [UInt8]) -> (status: Int, body: [UInt8])? {
        guard let end = received.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: received[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let status = head.first.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) }
        let length = head.first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.split(separator: ":")[1].drop { $0 == " " }) }
        let body = received[end.upperBound...]
        guard let status, let length, body.count >= length else { return nil }
        return (status, Array(body.prefix(length)))
    }
}
