import Synchronization
package import SystemPackage

/// A file descriptor that is closed once, by the first caller, and at the latest with its last reference.
package final class OwnedDescriptor: Sendable {
    /// The descriptor. Use it only if you close it, or if nobody can close it before you are done.
    package let descriptor: FileDescriptor
    private let isClosed = Mutex(false)

    init(_ descriptor: FileDescriptor) {
        self.descriptor = descriptor
    }

    deinit { close() }

    /// Closes it, the first time only.
    package func close() {
        let isFirst = isClosed.withLock { isClosed in
            defer { isClosed = true }
            return !isClosed
        }
        if isFirst { try? descriptor.close() }
    }
}
