/// Why the server could not start or go on, for the person who started it.
struct StartError: Error {
    /// What failed, why, and what to do.
    var message: String
    /// 1 for a failure, 2 where the flags or the configuration have to change.
    var exitCode: Int32 = 1

    /// Something of the flags or the configuration has to change.
    static func configuration(_ message: String) -> StartError { StartError(message: message, exitCode: 2) }
}
