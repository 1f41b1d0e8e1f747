import BranchingCore
import PostgresLink
import Testing

/// What an error of PostgreSQL is for the caller.
@Suite struct PostgresErrorTests {
    @Test func `a call that stops with its server may be repeated, and is not a defect`() {
        let error = BranchError(PostgresError(sqlState: .queryCanceled, message: "The operation was cancelled."))
        guard case .unavailable(let reason) = error else {
            Issue.record("It became \(error)")
            return
        }
        #expect(reason.contains("The operation was cancelled."))
    }

    @Test func `the unexpected is reported as such`() {
        let error = BranchError(PostgresError(sqlState: SQLState(rawValue: "XX000"), message: "Broken."))
        guard case .unexpected = error else {
            Issue.record("It became \(error)")
            return
        }
    }
}
