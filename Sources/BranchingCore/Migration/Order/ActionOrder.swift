import HeapModule

/// Puts each step after those it has to wait for (Kahn's algorithm; of the steps that are ready, the smallest goes
/// first, so that the order is always the same).
struct ActionOrder {
    private let actions: [Action]
    private var successors: [[Int]]
    private var waiting: [Int]

    init(actions: [Action]) {
        self.actions = actions
        successors = Array(repeating: [], count: actions.count)
        waiting = Array(repeating: 0, count: actions.count)
    }

    /// Says that a step comes before another.
    mutating func put(_ first: Int, before second: Int) {
        guard first != second else { return }
        successors[first].append(second)
        waiting[second] += 1
    }

    /// The steps in order. If some wait for each other in a circle, the smallest of them goes first.
    consuming func sorted() -> [Int] {
        var order: [Int] = []
        order.reserveCapacity(actions.count)
        let ranks = self.ranks()
        var ready = Heap<Int>()
        var isDone = Array(repeating: false, count: actions.count)
        for index in actions.indices where waiting[index] == 0 { ready.insert(ranks[index]) }
        let byRank = ranks.indices.sorted { ranks[$0] < ranks[$1] }
        var stuck = 0
        while order.count < actions.count {
            let index: Int
            if let rank = ready.popMin() {
                index = byRank[rank]
            } else {
                while isDone[byRank[stuck]] { stuck += 1 }
                index = byRank[stuck]
            }
            guard !isDone[index] else { continue }
            isDone[index] = true
            order.append(index)
            for next in successors[index] {
                waiting[next] -= 1
                if waiting[next] == 0 && !isDone[next] { ready.insert(ranks[next]) }
            }
        }
        return order
    }

    /// The place of each step if no step had to wait.
    private func ranks() -> [Int] {
        var ranks = Array(repeating: 0, count: actions.count)
        for (rank, index) in actions.indices.sorted(by: { actions[$0] < actions[$1] }).enumerated() {
            ranks[index] = rank
        }
        return ranks
    }
}
