import BranchingCore
import Testing

@testable import BranchingPostgres

@Suite struct StrategyDecisionTests {
    private func facts(_ change: (inout SourceFacts) -> Void = { _ in }) -> SourceFacts {
        var facts = SourceFacts(
            database: "app", oid: 1, isSameCluster: true, majorVersion: 15, sizeBytes: 1, otherSessions: 0,
            preparedTransactions: 0, mayBeTemplate: true,
            properties: DatabaseProperties(
                owner: "o", connectionLimit: -1, tablespace: nil, settings: [], privileges: nil,
                locale: DatabaseLocale(encoding: "UTF8", collate: "C", characterType: "C", provider: "c")),
            roles: [])
        change(&facts)
        return facts
    }

    private func request(_ choice: StrategyChoice, schemaOnly: Bool = false, disconnect: Bool = false) throws
        -> BranchRequest
    {
        BranchRequest(
            name: try BranchName("x"), strategy: choice, schemaOnly: schemaOnly, disconnectSource: disconnect)
    }

    @Test func `a free source of the same cluster is a template`() throws {
        #expect(try StrategyDecision.decide(request(.auto), facts: facts()).strategy == .template)
    }

    @Test func `whatever prevents a template leads to a stream, and is the reason`() throws {
        let cases: [(SourceFacts, String)] = [
            (facts { $0.isSameCluster = false }, "another cluster"),
            (facts { $0.otherSessions = 2 }, "2 other sessions"),
            (facts { $0.preparedTransactions = 1 }, "1 prepared transaction"),
            (facts { $0.mayBeTemplate = false }, "may not"),
        ]
        for (facts, reason) in cases {
            let decision = try StrategyDecision.decide(request(.auto), facts: facts)
            #expect(decision.strategy == .stream)
            #expect(decision.reason.contains(reason))
            #expect(throws: OperationError.self) {
                try StrategyDecision.decide(request(.only(.template)), facts: facts)
            }
        }
    }

    @Test func `a branch with a login is a template or nothing, and the reason says what to do`() throws {
        let login = LoginStandIn(role: "ayb_login_x", owner: "o")
        let free = facts { $0.login = login }
        let busy = facts {
            $0.login = login
            $0.otherSessions = 1
        }
        #expect(try StrategyDecision.decide(request(.auto), facts: free).strategy == .template)
        #expect(try StrategyDecision.decide(request(.only(.template)), facts: free).strategy == .template)
        #expect(try StrategyDecision.decide(request(.auto, disconnect: true), facts: busy).strategy == .template)
        let refused: [(BranchRequest, SourceFacts, FailureCode, String)] = [
            (try request(.only(.stream)), free, .cloneFailed, "run its user's code"),
            (try request(.only(.dump)), free, .cloneFailed, "run its user's code"),
            (try request(.auto, schemaOnly: true), free, .cloneFailed, "Clone the original instead"),
            (try request(.auto), busy, .sourceInUse, "let ayb end them"),
        ]
        for (request, facts, code, text) in refused {
            let error = #expect(throws: OperationError.self) { try StrategyDecision.decide(request, facts: facts) }
            guard case .failed(code, let message) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(message.contains(text) && message.contains("only copied whole"), "\(message)")
        }
    }

    @Test func `a source in use is a failure that programs recognize`() {
        let error = #expect(throws: OperationError.self) {
            try StrategyDecision.decide(request(.only(.template)), facts: facts { $0.otherSessions = 1 })
        }
        guard case .failed(.sourceInUse, let message) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!message.contains("--"))
    }

    @Test func `sessions may be ended if that is allowed`() throws {
        let busy = facts { $0.otherSessions = 2 }
        #expect(try StrategyDecision.decide(request(.auto, disconnect: true), facts: busy).strategy == .template)
    }

    @Test func `ending sessions that are of no use is refused`() throws {
        let elsewhere = facts { $0.isSameCluster = false }
        #expect(throws: OperationError.self) {
            try StrategyDecision.decide(request(.auto, disconnect: true), facts: elsewhere)
        }
    }

    @Test func `only the schema is a stream`() throws {
        #expect(try StrategyDecision.decide(request(.auto, schemaOnly: true), facts: facts()).strategy == .stream)
    }

    @Test func `a list setting stays a list of literals, and any other is one`() {
        let properties = facts {
            $0.properties.settings = [
                .init(role: nil, name: "search_path", value: "a, \"B c\""),
                .init(role: "r", name: "my.x", value: "it's"),
                .init(role: "gone", name: "x", value: "1"),
            ]
        }.properties
        #expect(
            properties.statements(for: "d", roles: ["r"], assignableOwners: []) == [
                "ALTER DATABASE \"d\" SET \"search_path\" TO 'a', 'B c'",
                "ALTER ROLE \"r\" IN DATABASE \"d\" SET \"my\".\"x\" TO 'it''s'",
            ])
    }
}
