import BranchingCore
import Logging
import TestSupport
import Testing

@testable import BranchingPostgres

/// Comparing real databases, except for what is found: the model's tests cover that.
@Suite struct DiffTests {
    private static func diff(
        _ harness: BranchServiceHarness, from: BranchSource = .main, to: BranchSource = .main, verifies: Bool = false
    ) async -> Result<DiffReport, BranchError> {
        do throws(BranchError) {
            return .success(try await harness.service.diff(DiffRequest(from: from, to: to, verifies: verifies)))
        } catch {
            return .failure(error)
        }
    }

    @Test func `a connection string is reported without its password, and needs no server`() async throws {
        let cluster = try await TestCluster.shared()
        let database = try await cluster.createDatabase()
        let unconfigured = PostgresBranchService(configuration: .init(), logger: Logger(label: "test"))
        let url = BranchSource.database(cluster.url(database: database))
        let report = try await unconfigured.diff(DiffRequest(from: url, to: url))
        #expect(report.from == "postgresql://\(TestCluster.user)@127.0.0.1:\(cluster.port)/\(database)")
        #expect(report.to == report.from)
        await #expect(throws: BranchError.notConfigured("No database is configured: set database.url.")) {
            try await unconfigured.diff(DiffRequest(from: url, to: .main))
        }
        try await cluster.dropDatabase(database)
    }

    @Test(arguments: [
        ("postgresql://u:p%40ss@h:1/d", "postgresql://u@h:1/d"),
        ("postgresql://u:p@h1:1,h2:2/d", "postgresql://u@h1:1,h2:2/d"),
        ("postgresql://u:p@/d?host=/var/run&port=5", "postgresql://u@/d?host=/var/run&port=5"),
        ("host=h password='a b' dbname='x y' user='o''k'", "postgresql://o%27k@h/x%20y"),
        ("postgresql://[::1]:5/d?password=p&user=u", "postgresql://u@[::1]:5/d"),
        ("postgresql:///d", "postgresql:///d"),
    ])
    func `a connection is shown as a URL without its password`(text: String, shown: String) throws {
        let parameters = try ConnectionParameters.untrusted(
            Secret(text.replacing("'o''k'", with: "'o\\'k'")), allowsSockets: true)
        #expect(parameters.redactedURL == shown)
        #expect(try ConnectionParameters(parsing: Secret(shown))["dbname"] == parameters["dbname"])
    }

    @Test func `a branch that is not ready cannot be compared`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            try await harness.cluster.psql(
                "UPDATE ayb.branch SET status = 'failed', failure = 'clone_failed' WHERE name = '\(name)'",
                database: harness.control)
            guard case .failure(.notReady(let branch)) = await Self.diff(harness, to: .branch(name)) else {
                Issue.record("It was compared")
                return
            }
            #expect(branch.name == name)
        }
    }

    @Test func `a database that is not there is unreachable, with words but without the password`() async throws {
        try await BranchServiceHarness.run { harness in
            let url = harness.cluster.url(database: "not_there")
            guard case .failure(.sourceUnreachable(let text)) = await Self.diff(harness, to: .database(url)) else {
                Issue.record("It was reached")
                return
            }
            #expect(text.contains("\"not_there\" does not exist"))
            #expect(!text.contains(TestCluster.password.reveal()) && !text.contains("p%40ss"))
        }
    }

    @Test func `the record says that a branch's database is gone, once that is known`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            try await harness.cluster.dropDatabase(name.databaseName)
            switch await Self.diff(harness, from: .branch(name)) {
            case .failure(.unavailable(let text)): #expect(text.contains("'\(name)' cannot be reached"))
            case .failure(.notReady(let branch)): #expect(branch.errorCode == .databaseMissing)
            case .failure(let error): Issue.record("It was \(error)")
            case .success: Issue.record("It was compared")
            }
        }
    }

    @Test(arguments: [nil, "57P01", "57P02", "3D000", "08006", "08P01"])
    func `a database that goes away half-way is unreachable`(code: String?) throws {
        let error = PostgresError(sqlState: code.map(SQLState.init), message: "gone")
        let elsewhere = DiffOperand(
            source: .database(Secret("postgresql://u:pw@h/d")), parameters: ConnectionParameters(["dbname": "d"]))
        #expect(
            elsewhere.failure(error, "went away while it was read")
                == .sourceUnreachable("The database 'postgresql:///d' went away while it was read: gone"))
        let main = DiffOperand(source: .main, parameters: elsewhere.parameters)
        #expect(
            main.failure(error, "cannot be reached") == .unavailable("The database 'main' cannot be reached: gone"))
    }

    @Test func `a role that may not read is named`() {
        let operand = DiffOperand(source: .main, parameters: ConnectionParameters([:]))
        let error = PostgresError(sqlState: .insufficientPrivilege, message: "permission denied for table pg_class")
        guard case .insufficientPrivilege(let text) = operand.failure(error, "", user: "poor") else {
            Issue.record("It was another error")
            return
        }
        #expect(text.contains("role 'poor'") && text.contains("'main'") && text.contains("pg_class"))
    }
}
