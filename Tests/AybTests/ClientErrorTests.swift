import BranchingCore
import FoundationEssentials
import Testing

@testable import ayb

@Suite struct ClientErrorTests {
    /// What the client says of a clone that failed.
    private func message(_ code: FailureCode) throws -> String {
        let branch = """
            {"id":"br_1","name":"a","source_database":"s","branch_database":"b","status":"failed",
            "created_at":"2026-01-31T12:00:00.000Z","updated_at":"2026-01-31T12:00:00.000Z",
            "error_code":"\(code.rawValue)","error_message":"Why."}
            """
        let body = """
            {"type":"urn:ayb:problem:clone_failed","title":"Clone failed","status":502,"code":"clone_failed",
            "detail":"Why.","branch":\(branch)}
            """
        let response = HTTPResponse(status: 502, body: Array(body.utf8), redirect: nil)
        let error = ClientError(response, address: .socket("/tmp/s"), hasKey: true)
        #expect(error.status == .failure)
        return error.message
    }

    @Test func `a clone that failed on a source in use comes with the flag that helps`() throws {
        #expect(try message(.sourceInUse) == "Why. --disconnect-source ends the source's sessions.")
        #expect(try message(.cloneFailed) == "Why.")
    }
}
