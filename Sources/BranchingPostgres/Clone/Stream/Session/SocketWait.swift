import Glibc

/// Waits for the sockets of one or two sessions, and for the stop signal.
struct SocketWait {
    /// What is wanted, and what became ready.
    struct Ready: OptionSet {
        let rawValue: Int
        static let sourceReadable = Ready(rawValue: 1)
        static let sourceWritable = Ready(rawValue: 2)
        static let targetReadable = Ready(rawValue: 4)
        static let targetWritable = Ready(rawValue: 8)
    }

    let stop: StopSignal

    /// Waits until the first wanted socket is ready; if the time runs out, none is.
    ///
    /// - Parameters:
    ///   - source: the socket on the source, if there is one.
    ///   - target: the socket on the target, if there is one.
    ///   - milliseconds: the longest wait.
    /// - Throws: `57014` where the clone is to stop.
    func callAsFunction(
        for wanted: Ready, source: CInt? = nil, target: CInt? = nil, milliseconds: Int
    ) throws -> Ready {
        var polled = [
            pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
            // poll(2) passes over negative descriptors.
            pollfd(fd: -1, events: 0, revents: 0), pollfd(fd: -1, events: 0, revents: 0),
        ]
        Self.ask(&polled[1], source, reading: wanted.contains(.sourceReadable), wanted.contains(.sourceWritable))
        Self.ask(&polled[2], target, reading: wanted.contains(.targetReadable), wanted.contains(.targetWritable))
        while poll(&polled, nfds_t(polled.count), CInt(milliseconds)) < 0 {
            guard errno == EINTR || errno == EAGAIN else {
                throw PostgresError(message: "Waiting for a socket failed: \(String(cString: strerror(errno))).")
            }
        }
        if polled[0].revents != 0 || stop.isSet { throw Self.stopped }
        return Self.ready(polled[1], .sourceReadable, .sourceWritable)
            .union(Self.ready(polled[2], .targetReadable, .targetWritable))
    }

    /// What a wait ends with when the clone is to stop.
    static let stopped = PostgresError(sqlState: .queryCanceled, message: "The clone was stopped.")

    private static func ask(_ entry: inout pollfd, _ socket: CInt?, reading: Bool, _ writing: Bool) {
        guard let socket, reading || writing else { return }
        entry.fd = socket
        entry.events = Int16((reading ? Int32(POLLIN) : 0) | (writing ? Int32(POLLOUT) : 0))
    }

    /// A hang-up counts as both: it is for libpq to find out what it is.
    private static func ready(_ entry: pollfd, _ readable: Ready, _ writable: Ready) -> Ready {
        let events = Int32(entry.revents)
        guard events != 0 else { return [] }
        let isOver = events & Int32(POLLERR | POLLHUP | POLLNVAL) != 0
        var ready: Ready = []
        if isOver || events & Int32(POLLIN) != 0 { ready.insert(readable) }
        if isOver || events & Int32(POLLOUT) != 0 { ready.insert(writable) }
        return ready
    }
}
