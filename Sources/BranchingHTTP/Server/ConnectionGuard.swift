import BranchingCore
import FoundationEssentials
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Answers what goes wrong on a connection before there is a request to route: headers that are too large, invalid
/// HTTP, and clients that are too slow. With a ``ConnectionRegister``, it also makes room.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long to read the rest of what a client sends after the answer, so that the answer is not lost: a close with
    /// unread bytes resets the connection.
    private static let linger = TimeAmount.seconds(1)

    /// The outbound event for a client that has shown the key.
    struct KeyShown: Sendable {}

    private let readDeadline: TimeAmount
    private let strangerDeadline: TimeAmount?
    private let register: ConnectionRegister?
    private var number: ConnectionTable.ID?
    private var state = ConnectionGuardState()
    private var deadline: Scheduled<Void>?

    /// - Parameters:
    ///   - strangerDeadline: how long a client without the key may be idle; nil for no limit.
    ///   - register: the other connections; nil for no limit on them.
    init(readDeadline: TimeAmount, strangerDeadline: TimeAmount? = nil, register: ConnectionRegister? = nil) {
        self.readDeadline = readDeadline
        self.strangerDeadline = strangerDeadline
        self.register = register
    }

    func handlerAdded(context: ChannelHandlerContext) {
        do { try HostCheck.add(to: context.pipeline.syncOperations) } catch { context.fireErrorCaught(error) }
        if context.channel.isActive { open(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { leave() }

    func channelActive(context: ChannelHandlerContext) {
        open(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    private func open(_ context: ChannelHandlerContext) {
        guard let register else { return perform(state.handle(.opened), context) }
        guard let (id, isRefused) = register.open(context.channel) else { return context.close(promise: nil) }
        number = id
        perform(state.handle(isRefused ? .broke(.noRoom) : .opened), context)
    }

    private func leave() {
        deadline?.cancel()
        if let number { register?.close(number) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !state.isOver else { return }
        switch unwrapInboundIn(data) {
        case .head:
            if let number { register?.begin(number) }
            perform(state.handle(.requestBegan), context)
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
        case .end:
            if let number { register?.end(number) }
            perform(state.handle(.responseEnded), context)
        }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is KeyShown else { return context.triggerUserOutboundEvent(event, promise: promise) }
        if let number { register?.showKey(number) }
        perform(state.handle(.keyShown), context)
        promise?.succeed(())
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case HTTPParserError.headerOverflow: perform(state.handle(.broke(.headersTooLarge)), context)
        case is HTTPParserError, is HostCheck.Refusal: perform(state.handle(.broke(.malformed)), context)
        default: context.fireErrorCaught(error)
        }
    }

    private func perform(_ action: ConnectionGuardState.Action, _ context: ChannelHandlerContext) {
        switch action {
        case .none: break
        case .startDeadline(let kind): start(kind, context)
        case .stopDeadline:
            deadline?.cancel()
            deadline = nil
        case .answer(let refusal): answer(refusal, context)
        case .close: context.close(promise: nil)
        }
    }

    private func start(_ kind: ConnectionGuardState.Deadline, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = nil
        let (time, event): (TimeAmount?, ConnectionGuardState.Event) =
            switch kind {
            case .first: (min(readDeadline, strangerDeadline ?? readDeadline), .broke(.timedOut))
            case .body: (readDeadline, .broke(.timedOut))
            case .stranger: (strangerDeadline, .idled)
            }
        guard let time else { return }
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
            perform(state.handle(event), context)
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
