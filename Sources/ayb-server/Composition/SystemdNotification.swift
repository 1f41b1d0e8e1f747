import FoundationEssentials
import Glibc
import ServiceLifecycle

/// Reports the server's state to systemd: sd_notify(3), which is one datagram.
enum SystemdNotification {
    /// Sends a state, such as `READY=1`, if somebody listens for it.
    static func send(_ state: String) {
        guard let path = ProcessInfo.processInfo.environment["NOTIFY_SOCKET"],
            path.hasPrefix("/") || path.hasPrefix("@")
        else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // An abstract socket begins with a zero byte.
        let bytes = path.hasPrefix("@") ? [0] + Array(path.utf8.dropFirst()) : Array(path.utf8)
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        guard bytes.count < capacity else { return }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size - capacity + bytes.count)
        let message = Array(state.utf8)
        // Nobody hears about a failure, so there is nothing to do about it.
        _ = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, message, message.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}

/// Tells systemd that the stop has begun. It is last in the group, and so stops first.
struct StopNotice: Service {
    func run() async throws {
        try await gracefulShutdown()
        SystemdNotification.send("STOPPING=1")
    }
}
