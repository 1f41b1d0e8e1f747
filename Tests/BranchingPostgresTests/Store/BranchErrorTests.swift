import BranchingCore
import PostgresTools
import Testing

@testable import BranchingPostgres

/// How errors of the adapter are translated: for the caller, and for the record of a branch.
@Suite struct BranchErrorTests {
    @Test func `an unknown error is internal, and its text is not shown`() {
        struct Stranger: Error, CustomStringConvertible { var description: String { "password=hunter2" } }
        let error = BranchError(Stranger() as any Error)
        guard case .unexpected(let reason) = error else {
            Issue.record("It became \(error)")
            return
        }
        #expect(reason.contains("internal error") && !reason.contains("hunter2"))
        #expect(FailureRecord(Stranger())?.message == reason)
    }

    @Test func `a cancelled call is one that was stopped`() {
        guard case .unavailable = BranchError(CancellationError() as any Error) else {
            Issue.record("It became another error")
            return
        }
        #expect(FailureRecord(CancellationError())?.code == .interrupted)
        #expect(BranchError(ToolError.cancelled as any Error) == BranchError(CancellationError() as any Error))
    }

    @Test func `each error of a create has its record, but for that of an operation that lost its branch`() {
        let postgres = PostgresError(sqlState: .objectInUse, message: "In use.", hint: "Wait.")
        #expect(FailureRecord(OperationError.fenced)?.code == nil)
        #expect(FailureRecord(OperationError.interrupted)?.code == .interrupted)
        #expect(FailureRecord(ToolError.cancelled)?.code == .interrupted)
        #expect(FailureRecord(postgres)?.message == "In use. Wait.")
        #expect(FailureRecord(postgres)?.code == .cloneFailed)
        #expect(FailureRecord(ToolError.tookTooLong(seconds: 3))?.code == .cloneFailed)
        #expect(FailureRecord(OperationError.failed(.sourceUnreachable, "Gone."))?.code == .sourceUnreachable)
    }

    @Test func `an error of an operation names the branch`() throws {
        let name = try BranchName("one")
        #expect(BranchError(OperationError.fenced, of: name) == .deleted(name))
        #expect(BranchError(OperationError.failed(.cloneFailed, "Why."), of: name) == .unexpected("Why."))
        #expect(BranchError(BranchError.notFound(name) as any Error) == .notFound(name))
    }
}
