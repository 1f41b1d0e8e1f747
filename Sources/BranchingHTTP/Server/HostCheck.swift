import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Refuses a request of HTTP/1.1 without exactly one `Host` (RFC 9112, section 3.2), before anything else reads it.
///
/// It stands before the codec that turns headers into fields, which keeps the first `Host` only.
final class HostCheck: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    /// What it tells of a request that it refuses, which it does not pass on.
    struct Refusal: Error {}

    private var hasRefused = false

    /// Adds it before the codec of a connection.
    ///
    /// - Throws: where the connection has no such codec.
    static func add(to pipeline: ChannelPipeline.SynchronousOperations) throws {
        let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
        try pipeline.addHandler(HostCheck(), position: .before(codec))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !hasRefused else { return }
        if case .head(let head) = unwrapInboundIn(data), head.version != .http1_0, head.headers["Host"].count != 1 {
            hasRefused = true
            context.fireErrorCaught(Refusal())
            return
        }
        context.fireChannelRead(data)
    }
}

@available(*, unavailable)
extension HostCheck: Sendable {}
