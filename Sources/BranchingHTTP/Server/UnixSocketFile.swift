import FoundationEssentials
import NIOCore
import NIOPosix
import Synchronization

/// The file of a Unix socket: makes way for a new one, closes it to others, and removes it.
final class UnixSocketFile: Sendable {
    private let path: String
    /// The inode of our socket, by which it is told from one that took its place.
    private let inode = Mutex<Int?>(nil)

    init?(_ address: ListenAddress) {
        guard case .unixSocket(let path) = address else { return nil }
        self.path = path
    }

    /// Removes a socket that nobody listens on any more.
    ///
    /// - Throws: ``ListenError/socketInUse(path:)``, ``ListenError/notASocket(path:)``.
    func makeWay() async throws {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return }
        guard attributes[.type] as? FileAttributeType == .typeSocket else { throw ListenError.notASocket(path: path) }
        guard await isAbandoned() else { throw ListenError.socketInUse(path: path) }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Only a refused connection proves that nobody listens.
    private func isAbandoned() async -> Bool {
        do {
            let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(unixDomainSocketPath: path).get()
            try? await channel.close()
            return false
        } catch {
            return (error as? IOError)?.errnoCode == ECONNREFUSED
        }
    }

    /// Lets only the user of the process connect. Until then the umask does, and the admin token always.
    func protect() {
        try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let found = currentInode()
        inode.withLock { $0 = found }
    }

    /// Removes the socket where it is still ours.
    func remove() {
        guard let ours = inode.withLock({ $0 }), currentInode() == ours else { return }
        try? FileManager.default.removeItem(atPath: path)
    }

    private func currentInode() -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.systemFileNumber] as? Int
    }
}
