public import Hummingbird
import Logging
public import NIOCore

/// What the API knows of one request while it is answered.
public struct BranchRequestContext: RequestContext {
    /// What every Hummingbird context has.
    public var coreContext: CoreRequestContextStorage
    /// The id of the request, as in `X-Request-Id`.
    public internal(set) var requestID = RequestIDMiddleware.makeID()
    /// Where the API logs, with the id of the request.
    var log: Logger
    /// Who asks; nil where that is not known.
    public let remoteAddress: SocketAddress?
    private let channel: any Channel

    /// Makes the context of a request that came over a channel.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        log = source.logger
        remoteAddress = source.channel.remoteAddress
        channel = source.channel
    }

    /// Tells the connection, where it has a ``ConnectionGuard``, that it is one of somebody with the key.
    func tellKeyShown() {
        channel.triggerUserOutboundEvent(ConnectionGuard.KeyShown(), promise: nil)
    }
}
