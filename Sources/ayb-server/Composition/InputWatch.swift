import Dispatch
import Glibc
import ServiceLifecycle

/// Ends when the standard input does: the kernel closes a pipe's other end when the process that holds it ends, however
/// it ends.
///
/// A thread waits in `read`, instead of a dispatch source: if the other end hangs up while the source is being
/// cancelled, libdispatch on Linux may use freed memory and crash (swift-corelibs-libdispatch, issue 949).
struct InputWatch: Service {
    private static let queue = DispatchQueue(label: "ayb.input-watch")

    func run() async throws {
        let (end, continuation) = AsyncStream.makeStream(of: Never.self)
        // It waits until the input or the process ends: nothing can wake a `read` of a file that others may also have.
        Self.queue.async {
            Self.readToEnd()
            continuation.finish()
        }
        await cancelWhenGracefulShutdown { for await _ in end {} }
    }

    private static func readToEnd() {
        var bytes = [UInt8](repeating: 0, count: 512)
        while true {
            let count = read(STDIN_FILENO, &bytes, bytes.count)
            if count > 0 || (count < 0 && errno == EINTR) { continue }
            guard count < 0, errno == EAGAIN else { return }
            // Another process that shares the file has made it non-blocking.
            var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            _ = poll(&input, 1, -1)
        }
    }
}
