import NIOCore
import Synchronization

/// The connections of one address of the server: a ``ConnectionTable`` for all event loops, with the channels to close.
final class ConnectionRegister: Sendable {
    private struct State {
        var table: ConnectionTable
        var channels: [ConnectionTable.ID: any Channel] = [:]
    }

    private let state: Mutex<State>

    init(limit: Int, limitPerHost: Int) {
        state = Mutex(State(table: ConnectionTable(limit: limit, limitPerHost: limitPerHost)))
    }

    /// Admits a new connection, and closes the one that it replaces.
    ///
    /// - Returns: its number, and whether to answer that there is no room; nil if it should be closed at once.
    func open(_ channel: any Channel) -> (id: ConnectionTable.ID, isRefused: Bool)? {
        let host = RemoteHost(channel.remoteAddress)
        let (result, victim) = state.withLock { state -> ((ConnectionTable.ID, Bool)?, (any Channel)?) in
            switch state.table.open(from: host, at: .now) {
            case .admitted(let id):
                state.channels[id] = channel
                return ((id, false), nil)
            case .replacing(let victim, let id):
                state.channels[id] = channel
                return ((id, false), state.channels.removeValue(forKey: victim))
            case .refused(let id): return ((id, true), nil)
            case .dropped: return (nil, nil)
            }
        }
        victim?.close(promise: nil)
        return result
    }

    /// A request came in.
    func begin(_ id: ConnectionTable.ID) { state.withLock { $0.table.begin(id) } }

    /// A request is answered.
    func end(_ id: ConnectionTable.ID) { state.withLock { $0.table.end(id, at: .now) } }

    /// The connection has shown the key.
    func showKey(_ id: ConnectionTable.ID) { state.withLock { $0.table.showKey(id) } }

    /// The connection is gone.
    func close(_ id: ConnectionTable.ID) {
        state.withLock { state in
            state.table.close(id)
            state.channels[id] = nil
        }
    }
}
