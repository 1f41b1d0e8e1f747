import BranchingCore
import Testing

@testable import ayb

@Suite struct ExitStatusTests {
    @Test(arguments: [
        (ProblemCode.invalidBranchName, Int32(2)), (.reservedBranchName, 2), (.invalidRequest, 2), (.invalidSource, 2),
        (.unauthorized, 4), (.branchNotFound, 5), (.branchExists, 6), (.branchDatabaseTaken, 6), (.branchNotReady, 6),
        (.branchInUse, 6), (.branchDatabaseNotOurs, 6), (.branchDeleted, 6), (.branchingNotConfigured, 7),
        (.databaseUnavailable, 7), (.invalidJSON, 1), (.unknownMember, 1), (.insufficientPrivilege, 1), (.notFound, 1),
        (.methodNotAllowed, 1), (.bodyTooLarge, 1), (.unsupportedMediaType, 1), (.sourceUnreachable, 1),
        (.cloneFailed, 1), (.unsupportedObjects, 1), (.verificationFailed, 1), (.internalError, 1),
        (.requestRefused, 1),
    ])
    func `each problem has its exit code`(code: ProblemCode, status: Int32) {
        #expect(ExitStatus(Problem(code: code, status: 400, title: "x")).rawValue == status)
    }

    @Test(arguments: [(401, Int32(4)), (403, 4), (404, 1), (409, 6), (500, 1), (502, 7), (503, 7), (504, 8)])
    func `the status decides for an answer without a problem`(http: Int, status: Int32) {
        #expect(ExitStatus(httpStatus: http).rawValue == status)
    }
}
