import FoundationEssentials
import NIOCore
import NIOPosix

/// The file of a Unix socket, before and after it is bound. NIO replaces a stale one when it binds, and removes it when
/// it closes.
struct UnixSocketFile: Sendable {
    private let path: String

    init?(_ address: ListenAddress) {
        guard case .unixSocket(let path) = address else { return nil }
        self.path = path
    }

    /// Checks that the path is free, or has a socket that nobody listens on any more.
    ///
    /// - Throws: ``ListenError/socketInUse(path:)``, ``ListenError/notASocket(path:)``.
    func checkVacant() async throws {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return }
        guard attributes[.type] as? FileAttributeType == .typeSocket else { throw ListenError.notASocket(path: path) }
        guard await isAbandoned() else { throw ListenError.socketInUse(path: path) }
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

    /// Lets only the process's user connect. Until then the umask decides who can; the admin token is always needed.
    func protect() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}
