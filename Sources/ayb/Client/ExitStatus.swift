/// The exit codes of `ayb`, for scripts.
enum ExitStatus: Int32, Sendable, CaseIterable {
    case success = 0
    case failure = 1
    case usage = 2
    case notConfirmed = 3
    case authentication = 4
    case notFound = 5
    case conflict = 6
    case unavailable = 7
    case timeout = 8
    case differences = 10
    case interrupted = 130
}
