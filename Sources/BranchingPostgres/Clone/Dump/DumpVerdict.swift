import PostgresTools

/// Finds which part of a dump failed first, from the order in which its parts end.
///
/// It matters because each failure causes others: pg_dump dies of a broken pipe if psql fails, and psql, which takes
/// the end of half a dump for the end of a whole one, succeeds if pg_dump fails. The ends arrive in any order: a relay
/// that refuses a statement closes its pipe first, and psql's end may arrive before the refusal.
struct DumpVerdict: Sendable {
    /// What to do after an event.
    enum Action: Sendable, Hashable {
        case wait
        /// The dump has failed: end what still runs.
        case stop
    }

    private var failure: ToolError?
    private var dump: ToolOutcome?
    private var restore: ToolOutcome?
    private var relay: RelayEnd?

    /// Why it failed, once all parts have ended; nil only if all succeeded.
    var conclusion: ToolError? {
        if let failure { return failure }
        if case .ended(let exit, let message)? = dump, !exit.isSuccess {
            return .sourceFailed(exit: exit, message: message)
        }
        let isWhole = dump?.isSuccess == true && restore?.isSuccess == true && relay == .sourceEnded
        return isWhole ? nil : .cancelled
    }

    /// Takes the end of the relay.
    mutating func relayEnded(_ end: RelayEnd) -> Action {
        relay = end
        switch end {
        case .refused(let refusal): return cutShort(ToolError(refusal))
        case .failed(let why): return cutShort(.io(what: "The dump could not be carried to psql", why: why))
        case .stopped, .sourceEnded: return .wait
        case .targetClosed:
            if case .ended(let exit, _)? = restore, exit.isSuccess { return fail(Self.endedEarly(exit)) }
            // psql ends now, and says why.
            return .wait
        }
    }

    /// Takes the end of pg_dump.
    mutating func dumpEnded(_ outcome: ToolOutcome) -> Action {
        dump = outcome
        switch outcome {
        case .notStarted(let error): return fail(error)
        case .ended(let exit, let message):
            // Nobody reads any more: psql has ended, and says why.
            if exit.isSuccess || exit.isBrokenPipe && relay != .sourceEnded { return settle() }
            return fail(.sourceFailed(exit: exit, message: message))
        }
    }

    /// Takes the end of psql.
    ///
    /// - Parameter afterSource: whether pg_dump had closed its output by then.
    mutating func restoreEnded(_ outcome: ToolOutcome, afterSource: Bool) -> Action {
        restore = outcome
        switch outcome {
        case .notStarted(let error): return fail(error)
        case .ended(let exit, let message):
            if afterSource { return settle() }
            return fail(exit.isSuccess ? Self.endedEarly(exit) : .targetFailed(exit: exit, message: message))
        }
    }

    /// If the dump ended by itself, psql's success is known only after pg_dump reports how it ended.
    private mutating func settle() -> Action {
        guard let dump, case .ended(let exit, let message)? = restore, !exit.isSuccess else { return .wait }
        guard dump.isSuccess || relay != .sourceEnded else { return .wait }
        return fail(.targetFailed(exit: exit, message: message))
    }

    /// The relay gave up by itself; whatever psql made of its half came after that.
    private mutating func cutShort(_ error: ToolError) -> Action {
        if case .targetFailed? = failure { failure = nil }
        return fail(error)
    }

    private mutating func fail(_ error: ToolError) -> Action {
        if failure == nil { failure = error }
        return .stop
    }

    private static func endedEarly(_ exit: ToolExit) -> ToolError {
        .targetFailed(exit: exit, message: "it ended before the dump did")
    }
}
