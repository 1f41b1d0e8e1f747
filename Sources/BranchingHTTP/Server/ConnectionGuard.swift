import BranchingCore
import FoundationEssentials
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Answers what goes wrong on a connection before there is a request to route: headers that are too large or no HTTP,
/// and clients that are too slow.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long the rest of what a client sends is taken in after the answer, so that the answer is not lost: a close
    /// with unread bytes resets the connection.
    private static let linger = TimeAmount.seconds(1)

    private let readDeadline: TimeAmount
    private var state = ConnectionGuardState()
    private var deadline: Scheduled<Void>?

    init(readDeadline: TimeAmount) {
        self.readDeadline = readDeadline
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { perform(state.handle(.opened), context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
    }

    func channelActive(context: ChannelHandlerContext) {
        perform(state.handle(.opened), context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !state.isOver else { return }
        switch unwrapInboundIn(data) {
        case .head: perform(state.handle(.requestBegan), context)
        case .body: break
        case .end: perform(state.handle(.requestEnded), context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !state.isOver else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        context.write(data, promise: promise)
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.kind == .informational: break
        case .head: perform(state.handle(.responseBegan), context)
        case .body: break
        case .end: perform(state.handle(.responseEnded), context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case HTTPParserError.headerOverflow: perform(state.handle(.broke(.headersTooLarge)), context)
        case is HTTPParserError: perform(state.handle(.broke(.malformed)), context)
        default: context.fireErrorCaught(error)
        }
    }

    private func perform(_ action: ConnectionGuardState.Action, _ context: ChannelHandlerContext) {
        switch action {
        case .none: break
        case .startDeadline:
            deadline?.cancel()
            deadline = context.eventLoop.assumeIsolated().scheduleTask(in: readDeadline) { [self] in
                perform(state.handle(.broke(.timedOut)), context)
            }
        case .stopDeadline:
            deadline?.cancel()
            deadline = nil
        case .answer(let refusal): answer(refusal, context)
        case .close: context.close(promise: nil)
        }
    }

    private func answer(_ refusal: ConnectionGuardState.Refusal, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let (head, body) = refusal.answer(requestID: RequestIDMiddleware.makeID())
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(mode: .output, promise: nil)
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: Self.linger) {
            context.close(promise: nil)
        }
    }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}
