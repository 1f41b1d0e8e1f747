public import BranchingCore
public import Hummingbird
import Logging
public import NIOCore

/// What the API knows of one request while it answers it.
public struct BranchRequestContext: RequestContext {
    /// What every Hummingbird context has.
    public var coreContext: CoreRequestContextStorage
    /// The id of the request, as in `X-Request-Id`.
    public internal(set) var requestID = RequestIDMiddleware.makeID()
    /// The API's logger, with the request's id.
    var log: Logger
    /// Whose key was shown; nil outside the administration.
    public internal(set) var principal: Principal?
    /// The browser's session, if that and no key was shown.
    public internal(set) var session: ActiveSession?
    /// What was proved with a key; nil for a session.
    var credential: Credential?
    /// Whether this server itself speaks TLS with the client.
    var isTLS = false
    /// The client's address; nil if unknown.
    public let remoteAddress: SocketAddress?
    private let channel: any Channel

    /// Makes the context of a request that came over a channel.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        log = source.logger
        remoteAddress = source.channel.remoteAddress
        channel = source.channel
    }

    /// Whoever asks.
    ///
    /// - Throws: ``AuthenticationFailure/missing`` as a refusal, where nobody was asked for a key.
    func requirePrincipal() throws -> Principal {
        guard let principal else { throw RefusedRequest(.missing) }
        return principal
    }

    /// Tells the connection's ``ConnectionGuard``, if it has one, that the client has a key.
    func tellKeyShown() {
        channel.triggerUserOutboundEvent(ConnectionGuard.KeyShown(), promise: nil)
    }
}
