/// One server-sent event of `GET /api/admin/branches/{name}/events`. Its data is the record of the branch.
public enum BranchEvent: String, Sendable, Hashable, Codable, CaseIterable {
    /// A create came to its next step.
    case phase
    /// More bytes are copied.
    case progress
    /// The branch is ready; the last event.
    case ready
    /// The branch failed; the last event.
    case failed
    /// The branch was deleted; the last event.
    case deleted
}
