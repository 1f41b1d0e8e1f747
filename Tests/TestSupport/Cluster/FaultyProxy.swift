import BranchingPostgres
import Foundation
import Glibc
import Synchronization

/// A TCP proxy on 127.0.0.1 whose network can fail at any moment.
package final class FaultyProxy: Sendable {
    /// What the network does.
    package enum Network: Sendable {
        case good
        /// Connections are closed, and new ones too.
        case cut
        /// Everything is accepted, and nothing arrives.
        case silent
        /// A few bytes arrive now and then; new connections work.
        case trickle
    }

    private struct State {
        var network = Network.good
        var isOver = false
        var givenUp = 0
    }

    package let port: Int
    private let upstream: Int
    private let listener: Int32
    private let state = Mutex(State())

    /// Listens, and forwards to another port of 127.0.0.1.
    package init(to upstream: Int) throws {
        self.upstream = upstream
        port = try LoopbackPort.choose()
        listener = Self.makeSocket()
        guard Self.withAddress(port, { bind(listener, $0, $1) }) == 0, listen(listener, 64) == 0 else {
            throw ClusterError.directory("The proxy cannot listen on port \(port).")
        }
        // Threads, not a queue: blocked ones would use up those that all tests run on.
        Thread.detachNewThread { [weak self, listener] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0, let self else { return }
                self.serve(client)
            }
        }
    }

    deinit {
        stop()
    }

    /// Changes the network, also for connections that are open.
    package func become(_ network: Network) { state.withLock { $0.network = network } }

    /// How many connections one end gave up while nothing came through.
    package var givenUp: Int { state.withLock { $0.givenUp } }

    /// Closes everything.
    package func stop() {
        let isFirst = state.withLock { state in
            defer { state.isOver = true }
            return !state.isOver
        }
        if isFirst { shutdown(listener, Int32(SHUT_RDWR)) }
    }

    private var network: Network { state.withLock { $0.isOver ? .cut : $0.network } }

    private func serve(_ client: Int32) {
        let server = Self.makeSocket()
        guard Self.withAddress(upstream, { connect(server, $0, $1) }) == 0 else {
            close(client)
            return
        }
        // A connection that began during a trickle is new, and new ones work.
        let isFast = if case .trickle = network { true } else { false }
        let pumps = DispatchGroup()
        for (from, to) in [(client, server), (server, client)] {
            pumps.enter()
            Thread.detachNewThread {
                self.pump(from, to, isFast: isFast)
                pumps.leave()
            }
        }
        // Only a close shows a server that still sends that nobody reads.
        pumps.notify(queue: .global()) {
            close(client)
            close(server)
        }
    }

    private func pump(_ from: Int32, _ to: Int32, isFast: Bool) {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        var wasGivenUp = false
        loop: while true {
            var ready = pollfd(fd: from, events: Int16(Int32(POLLIN) | Self.hangUp), revents: 0)
            let count = poll(&ready, 1, 50)
            switch network {
            case .cut: break loop
            case .silent:
                if ready.revents & Int16(Self.hangUp) != 0, !wasGivenUp {
                    wasGivenUp = true
                    state.withLock { $0.givenUp += 1 }
                }
                usleep(20_000)
                continue
            case .trickle where !isFast: usleep(200_000)
            case .trickle, .good: break
            }
            guard count > 0 else { continue }
            let limit = if case .trickle = network, !isFast { 100 } else { buffer.count }
            let read = recv(from, &buffer, limit, 0)
            guard read > 0, send(to, buffer, read, Int32(MSG_NOSIGNAL)) == read else { break }
        }
        shutdown(from, Int32(SHUT_RDWR))
        shutdown(to, Int32(SHUT_RDWR))
    }

    /// POLLRDHUP, which Glibc defines only with _GNU_SOURCE (poll(2)): the other end has closed, even behind unread
    /// bytes.
    private static let hangUp: Int32 = 0x2000

    private static func makeSocket() -> Int32 { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }

    private static func withAddress(_ port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }
}
