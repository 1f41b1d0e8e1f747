import BranchingCore
import PostgresLink
import Testing

/// What an error of PostgreSQL is for the caller.
@Suite struct PostgresErrorTests {
    @Test func `a call that is stopped with its server may be made again, and is no defect`() {
        let error = BranchError(PostgresError(sqlState: .queryCanceled, message: "The operation was cancelled."))
        guard case .unavailable(let reason) = error else {
            Issue.record("It became \(error)")
            return
        }
        #expect(reason.contains("The operation was cancelled."))
    }

    @Test func `what nobody expects is told as that`() {
        let error = BranchError(PostgresError(sqlState: SQLState(rawValue: "XX000"), message: "Broken."))
        guard case .unexpected = error else {
            Issue.record("It became \(error)")
            return
        }
    }
}
