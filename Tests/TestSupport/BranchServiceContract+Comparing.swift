import BranchingCore
import Testing

extension BranchServiceContract {
    static let comparing = [
        BranchServiceContract("main does not differ from itself") { session in
            let report = try await session.service.diff(DiffRequest(from: .main, to: .main))
            #expect(report.from == "main" && report.to == "main")
            #expect(report.changes.isEmpty && report.sql.isEmpty)
            #expect(report.verification == nil)
        },
        BranchServiceContract("a branch does not differ from itself, and the report has its name") { session in
            let branch = try await session.ready("compared")
            let report = try await session.service.diff(
                DiffRequest(from: .branch(branch.name), to: .branch(branch.name)))
            #expect(report.from == branch.name.rawValue && report.to == branch.name.rawValue)
            #expect(report.changes.isEmpty && report.sql.isEmpty)
            #expect(report.summary == DiffReport.Summary(of: []))
        },
        BranchServiceContract("a missing branch is not found, on either side of a comparison") { session in
            let missing = try session.name("uncompared")
            for request in [
                DiffRequest(from: .branch(missing), to: .main), DiffRequest(from: .main, to: .branch(missing)),
            ] {
                await #expect(throws: BranchError.notFound(missing)) { _ = try await session.service.diff(request) }
            }
        },
        BranchServiceContract("a verified comparison of equal schemas is equal") { session in
            let report = try await session.service.diff(DiffRequest(from: .main, to: .main, verifies: true))
            #expect(report.verification == DiffVerification())
        },
        BranchServiceContract("what is no connection string is no operand") { session in
            let request = DiffRequest(from: .database(Secret("http://nowhere/a=b")), to: .main)
            let error = await #expect(throws: BranchError.self) { _ = try await session.service.diff(request) }
            guard case .invalidSource = error else {
                Issue.record("It was \(String(describing: error))")
                return
            }
        },
    ]
}
