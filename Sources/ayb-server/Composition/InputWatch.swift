import Dispatch
import Glibc
import ServiceLifecycle

/// Ends when the standard input does: the other end of a pipe is closed by the kernel when the process that holds it
/// ends, however it ends.
struct InputWatch: Service {
    func run() async throws {
        let source = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO)
        defer { source.cancel() }
        let (end, continuation) = AsyncStream.makeStream(of: Never.self)
        source.setEventHandler {
            var bytes = [UInt8](repeating: 0, count: 512)
            let count = read(STDIN_FILENO, &bytes, bytes.count)
            if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { continuation.finish() }
        }
        source.activate()
        await cancelWhenGracefulShutdown { for await _ in end {} }
    }
}
