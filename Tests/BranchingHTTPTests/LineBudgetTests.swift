import Testing

@testable import BranchingHTTP

struct LineBudgetTests {
    @Test func `lines over the budget are counted, and the count comes with the next line`() {
        var budget = LineBudget(lines: 2, interval: .seconds(60))
        let start = ContinuousClock().now
        #expect((0..<5).map { _ in budget.take(at: start) } == [0, 0, nil, nil, nil])
        #expect(budget.take(at: start + .seconds(59)) == nil)
        #expect(budget.take(at: start + .seconds(60)) == 4)
        #expect(budget.take(at: start + .seconds(61)) == 0)
        #expect(budget.take(at: start + .seconds(62)) == nil)
    }
}
