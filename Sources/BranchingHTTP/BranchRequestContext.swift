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

    /// Tells the connection's ``ConnectionGuard``, if it has one, that the client has the key.
    func tellKeyShown() {
        channel.triggerUserOutboundEvent(ConnectionGuard.KeyShown(), promise: nil)
    }
}
