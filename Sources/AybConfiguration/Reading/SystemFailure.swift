import Glibc

/// A system call that failed.
package struct SystemFailure: Error, Sendable, Hashable {
    /// What was tried, such as `open /etc/x`.
    package let operation: String
    /// The `errno` that it left.
    package let code: Int32

    package init(_ operation: String, code: Int32 = errno) {
        self.operation = operation
        self.code = code
    }
}

extension SystemFailure: CustomStringConvertible {
    /// What was tried, and the system's reason for its failure.
    package var description: String { "cannot \(operation): \(Self.text(code))" }

    private static func text(_ code: Int32) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let start = buffer.baseAddress, strerror_r(code, start, buffer.count) == 0 else {
                return "error \(code)"
            }
            return String(cString: start)
        }
    }
}
