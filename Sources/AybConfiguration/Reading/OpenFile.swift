package import Glibc

/// An open file, closed when its value ends. Children do not inherit it.
package struct OpenFile: ~Copyable {
    /// The descriptor, for system calls.
    package let descriptor: Int32
    private let path: String

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - flags: as for open(2); `O_CLOEXEC` is added.
    ///   - mode: the permissions if it is created.
    package init(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws(SystemFailure) {
        let descriptor = open(path, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw SystemFailure("open \(path)") }
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// Owner, permissions and size.
    package func status() throws(SystemFailure) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemFailure("inspect \(path)") }
        return status
    }

    /// The whole content, refused if it exceeds a limit.
    package func read(limit: Int = 1_048_576) throws(SystemFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16384)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemFailure("read \(path)")
            }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw SystemFailure("read \(path)", code: EFBIG) }
        }
    }

    /// Writes everything.
    package func write(_ text: String) throws(SystemFailure) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemFailure("write \(path)")
            }
            rest = rest.dropFirst(count)
        }
    }
}
