import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Refuses an HTTP/1.1 request without exactly one `Host` (RFC 9112, section 3.2), before anything else reads it.
///
/// It comes before the codec that turns headers into fields, which keeps only the first `Host`.
final class HostCheck: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    /// Reported for a refused request, which is not passed on.
    struct Refusal: Error {}

    private var hasRefused = false

    /// Adds it before a connection's codec.
    ///
    /// - Throws: if the connection has no such codec.
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
