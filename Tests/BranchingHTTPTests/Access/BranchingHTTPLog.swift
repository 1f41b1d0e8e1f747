import Logging

/// Loggers of the tests.
enum BranchingHTTPLog {
    /// Writes nothing.
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
