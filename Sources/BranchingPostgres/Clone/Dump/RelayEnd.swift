/// Why a ``DumpRelay`` ended.
enum RelayEnd: Sendable, Hashable {
    /// pg_dump closed its output, and everything is handed to psql.
    case sourceEnded
    /// psql no longer reads.
    case targetClosed
    /// It was told to stop.
    case stopped
    /// The dump is not to be restored; the reason.
    case refused(DumpError)
    /// Reading or writing failed; the reason.
    case failed(String)
}
