import Testing

@testable import BranchingHTTP

struct ConnectionGuardStateTests {
    typealias Event = ConnectionGuardState.Event
    typealias Action = ConnectionGuardState.Action

    @Test(
        arguments: [
            // A whole request, then a second.
            (
                [Event.opened, .requestBegan, .requestEnded, .responseBegan, .responseEnded, .requestBegan],
                [Action.startDeadline, .startDeadline, .stopDeadline, .none, .none, .startDeadline]
            ),
            // Broken before any request.
            ([.opened, .broke(.headersTooLarge)], [.startDeadline, .answer(.headersTooLarge)]),
            // Broken in the body, before the answer and after it began.
            ([.requestBegan, .broke(.timedOut)], [.startDeadline, .answer(.timedOut)]),
            ([.requestBegan, .responseBegan, .broke(.timedOut)], [.startDeadline, .none, .close]),
            // Answered before its body is there, which then never comes.
            (
                [.requestBegan, .responseBegan, .responseEnded, .broke(.timedOut)],
                [.startDeadline, .none, .none, .close]
            ),
            // Broken behind a request that is being answered: that answer comes first.
            (
                [.requestBegan, .requestEnded, .broke(.malformed), .responseBegan, .responseEnded],
                [.startDeadline, .stopDeadline, .none, .none, .answer(.malformed)]
            ),
            // Two in a row, the second breaks in its body.
            (
                [.requestBegan, .requestEnded, .requestBegan, .broke(.timedOut), .responseBegan, .responseEnded],
                [.startDeadline, .stopDeadline, .startDeadline, .none, .none, .answer(.timedOut)]
            ),
            // Nothing happens after the end, and the first reason stands.
            ([.broke(.malformed), .broke(.timedOut), .requestBegan], [.answer(.malformed), .none, .none]),
        ] as [([Event], [Action])])
    func `what breaks is answered in its turn`(_ events: [Event], _ actions: [Action]) {
        var state = ConnectionGuardState()
        #expect(events.map { state.handle($0) } == actions)
    }
}
