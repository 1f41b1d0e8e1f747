import BranchingCore

/// Which strategy is used, and why.
struct StrategyDecision: Sendable, Hashable {
    var strategy: CloneStrategy
    var reason: String

    /// Decides on facts.
    ///
    /// - Throws: ``OperationError/failed(_:_:)`` if the requested strategy is not possible.
    static func decide(_ request: BranchRequest, facts: SourceFacts) throws -> StrategyDecision {
        let obstacle = templateObstacle(request, facts: facts)
        if facts.login != nil { try requireTemplate(request, obstacle) }
        switch (request.strategy, obstacle) {
        case (.only(.dump), _), (.only(.stream), _):
            return StrategyDecision(
                strategy: request.strategy == .only(.dump) ? .dump : .stream, reason: "It was asked for.")
        case (.only(.template), .none):
            return StrategyDecision(strategy: .template, reason: "It was asked for.")
        case (.only(.template), .some(let obstacle)):
            throw OperationError.failed(
                obstacle.code, "A template clone is not possible: \(obstacle.reason) \(obstacle.remedy)")
        case (.auto, .none):
            return StrategyDecision(
                strategy: .template,
                reason: request.disconnectSource && facts.otherSessions > 0
                    ? "The source is in the same cluster, and its sessions may be ended."
                    : "The source is in the same cluster, and no other session is on it.")
        case (.auto, .some(let obstacle)):
            if request.disconnectSource {
                throw OperationError.failed(
                    .cloneFailed, "Ending the source's sessions is of no use: \(obstacle.reason) \(obstacle.remedy)")
            }
            return StrategyDecision(strategy: .stream, reason: obstacle.reason)
        }
    }

    /// Whoever has the login of a branch decides what is in it, and loading that would run their code as the server's role.
    private static func requireTemplate(_ request: BranchRequest, _ obstacle: Obstacle?) throws {
        let text = "The source is a branch with a login, and such a branch is only copied whole, by template"
        if let obstacle {
            throw OperationError.failed(
                obstacle.code, "\(text). That is not possible: \(obstacle.reason) \(obstacle.remedyForLogin)")
        }
        guard request.strategy == .auto || request.strategy == .only(.template) else {
            throw OperationError.failed(
                .cloneFailed, "\(text): anything else would run its user's code as the server's role.")
        }
    }

    private static func templateObstacle(_ request: BranchRequest, facts: SourceFacts) -> Obstacle? {
        if request.schemaOnly {
            return Obstacle(reason: "Only the schema is wanted, and a template clone copies the rows too.")
        }
        if !request.excludedTableData.isEmpty {
            return Obstacle(reason: "Some rows are left out, and a template clone copies them all.")
        }
        if !facts.isSameCluster {
            return Obstacle(reason: "The source is in another cluster.")
        }
        if !facts.mayBeTemplate {
            return Obstacle(
                reason: "The server's role may not copy the source: it is neither its owner nor a superuser.",
                remedy: "Make it a member of the owner's role, or leave out the strategy.")
        }
        if facts.preparedTransactions > 0 {
            return Obstacle(
                reason: "The source has \(counted(facts.preparedTransactions, "prepared transaction")).",
                remedy: "Commit or roll back (see pg_prepared_xacts), or leave out the strategy.",
                remedyForLogin: "Commit or roll back (see pg_prepared_xacts).")
        }
        if facts.otherSessions > 0, !request.disconnectSource {
            return Obstacle(
                reason: "The source is in use by \(counted(facts.otherSessions, "other session")).",
                remedy: "Wait until they are gone, let ayb end them, or leave out the strategy.",
                remedyForLogin: "Wait until they are gone, or let ayb end them.", code: .sourceInUse)
        }
        return nil
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }

    private struct Obstacle {
        var reason: String
        var remedy = "Leave out the strategy to use the one that is possible."
        var remedyForLogin = "Clone the original instead."
        var code = FailureCode.cloneFailed
    }
}
