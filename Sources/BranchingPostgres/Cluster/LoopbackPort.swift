import Glibc
import SystemPackage

/// TCP ports on 127.0.0.1.
package enum LoopbackPort {
    /// A port that nobody listens on at the moment.
    package static func choose() throws(ClusterError) -> Int {
        guard let port = bound(to: 0) else {
            throw .directory("No TCP port is free on 127.0.0.1: \(Errno(rawValue: errno)).")
        }
        return port
    }

    /// Whether PostgreSQL could listen on the port now.
    package static func isFree(_ port: Int) -> Bool {
        guard let port = UInt16(exactly: port), port > 0 else { return false }
        return bound(to: port) != nil
    }

    /// Binds to the port (0 for any) as PostgreSQL does, releases it, and returns its number.
    private static func bound(to port: UInt16) -> Int? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                guard bind(descriptor, pointer, length) == 0 else { return Int32(-1) }
                return getsockname(descriptor, pointer, &length)
            }
        }
        return status == 0 ? Int(UInt16(bigEndian: address.sin_port)) : nil
    }
}
