import PostgresTools
import Synchronization
import SystemPackage

/// Tells every session of one clone to stop, wherever it waits.
final class StopSignal: Sendable {
    private let pipe: ProcessPipe
    private let state = Mutex(State())

    private struct State {
        var isSet = false
        var tokens: [CancelToken] = []
        var interruptions: [Interruption] = []
    }

    init() throws {
        pipe = try ProcessPipe()
    }

    /// Becomes readable when the signal is raised, and stays so.
    var descriptor: CInt { pipe.readEnd.descriptor.rawValue }

    /// Whether it was raised.
    var isSet: Bool { state.withLock { $0.isSet } }

    /// Cancels a session's statement when the signal is raised, so that its server does not work on alone.
    func include(_ token: CancelToken) {
        let isLate = state.withLock { state in
            state.tokens.append(token)
            return state.isSet
        }
        if isLate { token.requestCancellation() }
    }

    /// Ends what a session waits for outside of this signal, such as its connect, when the signal is raised.
    func include(_ interruption: Interruption) {
        let isLate = state.withLock { state in
            state.interruptions.append(interruption)
            return state.isSet
        }
        if isLate { interruption.raise() }
    }

    /// Raises it; may be called at any time, from anywhere, repeatedly.
    func raise() {
        let (tokens, interruptions) = state.withLock { state in
            defer { state.isSet = true }
            return state.isSet ? ([], []) : (state.tokens, state.interruptions)
        }
        pipe.writeEnd.close()
        for interruption in interruptions { interruption.raise() }
        for token in tokens { token.requestCancellation() }
    }
}
