import Glibc
import Synchronization

/// Writes whole lines to a file descriptor, one at a time.
final class FileDescriptorOutput: TextOutputStream, Sendable {
    /// Standard error, where the log goes.
    static let standardError = FileDescriptorOutput(descriptor: STDERR_FILENO)

    private let descriptor: Mutex<Int32>

    init(descriptor: Int32) {
        self.descriptor = Mutex(descriptor)
    }

    func write(_ text: String) {
        let bytes = Array(text.utf8)
        descriptor.withLock { descriptor in
            var written = 0
            while written < bytes.count {
                let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
                // A log that cannot be written must not stop the server.
                guard count > 0 || errno == EINTR else { return }
                written += max(0, count)
            }
        }
    }
}
