/// Why the server could not start or continue, for the person who started it.
struct StartError: Error {
    /// What failed, why, and what to do.
    var message: String
    /// 1 for a failure, 2 if the flags or the configuration must change.
    var exitCode: Int32 = 1

    /// The flags or the configuration must change.
    static func configuration(_ message: String) -> StartError { StartError(message: message, exitCode: 2) }
}
