import BranchingPostgres
import Foundation
import Glibc
import Synchronization

/// A listener on 127.0.0.1 that speaks PostgreSQL's protocol (manual section 55.2) as no server does.
package final class HostilePostgres: Sendable {
    /// What it does.
    package enum Behaviour: Sendable {
        /// It accepts connections, and says nothing.
        case silent
        /// It reports settings without end, before the session is established.
        case chatty
        /// The session is established, and each query gets rows without end.
        case flood
        /// The session is established, and each query gets a byte of a row now and then.
        case trickle
    }

    package let port: Int
    private let behaviour: Behaviour
    private let listener: Int32
    private let count = Atomic(0)

    /// How many connections it has taken.
    package var connections: Int { count.load(ordering: .relaxed) }

    /// Its URL.
    package func url(_ parameters: String = "") -> String {
        "postgresql://u@127.0.0.1:\(port)/d?sslmode=disable\(parameters)"
    }

    package init(_ behaviour: Behaviour) throws {
        self.behaviour = behaviour
        port = try LoopbackPort.choose()
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isBound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard isBound == 0, listen(listener, 256) == 0 else {
            throw ClusterError.directory("The hostile server cannot listen on port \(port).")
        }
        Thread.detachNewThread { [weak self, listener] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0, let self else { return }
                self.count.add(1, ordering: .relaxed)
                let behaviour = self.behaviour
                Thread.detachNewThread {
                    Self.serve(client, behaviour)
                    close(client)
                }
            }
        }
    }

    deinit { stop() }

    /// Accepts no more connections.
    package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private static func serve(_ client: Int32, _ behaviour: Behaviour) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        guard recv(client, &buffer, buffer.count, 0) > 0 else { return }
        if case .silent = behaviour {
            while recv(client, &buffer, buffer.count, 0) > 0 {}
            return
        }
        let isTrusted = message("R", [0, 0, 0, 0])
        guard write(client, isTrusted) else { return }
        if case .chatty = behaviour {
            var number = 0
            let value = String(repeating: "x", count: 4000)
            while write(client, message("S", Array("setting_\(number)\0\(value)\0".utf8))) { number += 1 }
            return
        }
        let standing =
            message("S", Array("server_version\u{0}15.0\u{0}".utf8))
            + message("S", Array("standard_conforming_strings\u{0}on\u{0}".utf8))
            + message("K", [0, 0, 0, 1, 0, 0, 0, 1]) + message("Z", [UInt8(ascii: "I")])
        guard write(client, standing), recv(client, &buffer, buffer.count, 0) > 0 else { return }
        // The columns: one, of type text.
        let columns = message(
            "T",
            [0, 1] + Array("a\0".utf8) + [0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0])
        guard write(client, message("1", []) + message("2", []) + columns) else { return }
        switch behaviour {
        case .trickle:
            // A row of a megabyte, as its length says.
            guard write(client, [UInt8(ascii: "D"), 0, 16, 0, 0, 0, 1, 0, 15, 0xFF, 0xF6]) else { return }
            while write(client, [UInt8(ascii: "x")]) { usleep(100_000) }
        default:
            let text = [UInt8](repeating: UInt8(ascii: "x"), count: 8000)
            let row = message("D", [0, 1, 0, 0, 31, 64] + text)
            while write(client, row) {}
        }
    }

    private static func message(_ kind: Character, _ body: [UInt8]) -> [UInt8] {
        let length = UInt32(body.count + 4)
        let bytes = [
            UInt8(length >> 24 & 0xFF), UInt8(length >> 16 & 0xFF), UInt8(length >> 8 & 0xFF), UInt8(length & 0xFF),
        ]
        return [kind.asciiValue ?? 0] + bytes + body
    }

    private static func write(_ client: Int32, _ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }
}
