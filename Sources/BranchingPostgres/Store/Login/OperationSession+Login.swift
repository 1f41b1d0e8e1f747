import BranchingCore

extension OperationSession {
    /// Records that the branch failed, and drops its login in the same transaction.
    ///
    /// - Throws: ``OperationError/fenced`` if the event is no longer for the record.
    @discardableResult
    func fail(_ event: BranchLifecycle.Event, because message: String) async throws -> BranchRecord {
        try await apply(event) {
            $0.errorMessage = message
            $0.login = nil
        } alongside: { [branch] handle in
            try LoginRole(branch: branch).retire(on: handle)
        }
    }
}
