import BranchingCore

/// A plan as a list of terms and texts.
struct PlanFacts: Encodable {
    struct Fact: Encodable {
        let term: String
        let texts: [String]
    }

    let facts: [Fact]

    init(_ plan: ClonePlan) {
        var facts = [
            Fact(term: "Strategy", texts: ["\(plan.strategy.rawValue): \(plan.reason)"]),
            Fact(term: "Source", texts: [plan.sourceDatabase]),
            Fact(term: "Database", texts: [plan.branchDatabase]),
            Fact(term: "Size", texts: [ByteCount.text(plan.bytes)]),
            Fact(term: "Time", texts: [Self.time(plan.estimatedSeconds)]),
            Fact(term: "Locks", texts: plan.locks.isEmpty ? ["none"] : plan.locks),
        ]
        if !plan.missingExtensions.isEmpty {
            facts.append(Fact(term: "Missing extensions", texts: plan.missingExtensions))
        }
        if !plan.missingRoles.isEmpty { facts.append(Fact(term: "Missing roles", texts: plan.missingRoles)) }
        self.facts = facts
    }

    private static func time(_ seconds: Double) -> String {
        let text = TimeLeft.text(seconds)
        return text.hasSuffix(" left") ? String(text.dropLast(5)) : text
    }
}
