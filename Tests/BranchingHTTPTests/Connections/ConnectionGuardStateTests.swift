import Testing

@testable import BranchingHTTP

struct ConnectionGuardStateTests {
    typealias Event = ConnectionGuardState.Event
    typealias Action = ConnectionGuardState.Action

    private static let (first, body) = (Action.startDeadline(.first), Action.startDeadline(.body))
    private static let stranger = Action.startDeadline(.stranger)

    @Test(
        arguments: [
            // A whole request, then a second.
            (
                [Event.opened, .requestBegan, .requestEnded, .responseBegan, .responseEnded, .requestBegan],
                [first, body, .stopDeadline, .none, stranger, body]
            ),
            // Broken before any request.
            ([.opened, .broke(.headersTooLarge)], [first, .answer(.headersTooLarge)]),
            // Broken in the body, before the answer and after it began.
            ([.requestBegan, .broke(.timedOut)], [body, .answer(.timedOut)]),
            ([.requestBegan, .responseBegan, .broke(.timedOut)], [body, .none, .close]),
            // Answered before its body, which then never comes.
            ([.requestBegan, .responseBegan, .responseEnded, .broke(.timedOut)], [body, .none, .none, .close]),
            // Broken behind a request that is being answered: that answer comes first.
            (
                [.requestBegan, .requestEnded, .broke(.malformed), .responseBegan, .responseEnded],
                [body, .stopDeadline, .none, .none, .answer(.malformed)]
            ),
            // Two in a row; the second breaks in its body.
            (
                [.requestBegan, .requestEnded, .requestBegan, .broke(.timedOut), .responseBegan, .responseEnded],
                [body, .stopDeadline, body, .none, .none, .answer(.timedOut)]
            ),
            // Nothing happens after the end, and the first reason counts.
            ([.broke(.malformed), .broke(.timedOut), .requestBegan], [.answer(.malformed), .none, .none]),
            // There is no room for it.
            ([.broke(.noRoom)], [.answer(.noRoom)]),
        ] as [([Event], [Action])])
    func `what breaks is answered in its turn`(_ events: [Event], _ actions: [Action]) {
        var state = ConnectionGuardState()
        #expect(events.map { state.handle($0) } == actions)
    }

    @Test(
        arguments: [
            // Idle after an answer, and answered before the request has ended.
            (
                [Event.requestBegan, .requestEnded, .responseBegan, .responseEnded, .idled, .requestBegan],
                [body, .stopDeadline, .none, stranger, .close, .none]
            ),
            (
                [.requestBegan, .responseBegan, .responseEnded, .requestEnded, .idled],
                [body, .none, .none, stranger, .close]
            ),
            // The next request arrived just then.
            (
                [.requestBegan, .requestEnded, .responseBegan, .responseEnded, .requestBegan, .idled],
                [body, .stopDeadline, .none, stranger, body, .none]
            ),
            // With the key there is no such limit.
            (
                [.requestBegan, .keyShown, .requestEnded, .responseBegan, .responseEnded, .idled],
                [body, .none, .stopDeadline, .none, .none, .none]
            ),
        ] as [([Event], [Action])])
    func `who has not shown the key is not idle for long`(_ events: [Event], _ actions: [Action]) {
        var state = ConnectionGuardState()
        #expect(events.map { state.handle($0) } == actions)
    }
}
