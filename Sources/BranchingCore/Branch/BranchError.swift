/// What can go wrong with branches, in the words of the domain.
public enum BranchError: Error, Sendable, Hashable {
    /// The name breaks a rule.
    case invalidName(BranchName.Invalid)
    /// The request has something that does not fit; the text says what.
    case invalidRequest(String)
    /// The source is not an accepted connection string; the text says why, without any secret.
    case invalidSource(String)
    /// No branch has the name.
    case notFound(BranchName)
    /// Another branch has the name.
    case nameTaken(BranchName)
    /// The branch database already exists: another branch's, or one that is not ours (`by` is nil).
    case databaseTaken(database: String, by: BranchName?)
    /// The branch exists, but is not ready to be used.
    case notReady(Branch)
    /// The branch's database cannot be dropped for the given reasons, at least one.
    case blocked(BranchName, by: [DropBlocker])
    /// The database of the branch was replaced by one that is not ours, which is never dropped.
    case databaseNotOurs(database: String)
    /// The branch is no longer as the caller knows it.
    case changed(BranchName)
    /// Another request had the idempotency key.
    case idempotencyKeyReused
    /// The branch failed; its record says why.
    case failed(Branch)
    /// The branch was deleted while it was being made or deleted by another.
    case deleted(BranchName)
    /// The source cannot be reached (if no record holds that, as in a plan).
    case sourceUnreachable(String)
    /// The server has no database to branch, or branching is switched off; the text says what to configure.
    case notConfigured(String)
    /// PostgreSQL cannot be reached at the moment; the text says why.
    case unavailable(String)
    /// PostgreSQL refused for lack of a privilege; the text says which.
    case insufficientPrivilege(String)
    /// The databases have objects that a comparison does not know, and the request is strict.
    case unsupportedObjects([UnsupportedObject])
    /// The SQL of a comparison could not be tried; the text says why.
    case verificationFailed(String)
    /// A limit of the caller's key does not allow it.
    case limitExceeded(LimitViolation)
    /// Something else; the text is PostgreSQL's or the system's.
    case unexpected(String)
}

extension BranchError: CustomStringConvertible {
    /// What failed, why, and what to do next.
    public var description: String {
        switch self {
        case .invalidName(let reason): reason.description
        case .invalidRequest(let text), .invalidSource(let text), .notConfigured(let text): text
        case .unavailable(let text), .insufficientPrivilege(let text), .sourceUnreachable(let text): text
        case .unexpected(let text), .verificationFailed(let text): text
        case .unsupportedObjects(let objects):
            "The databases have objects that cannot be compared: \(objects.map { "\($0.description) (\($0.catalog))" }.joined(separator: "; ")). Compare without 'strict' to leave them out."
        case .notFound(let name): "There is no branch '\(name)'."
        case .limitExceeded(let violation): violation.description
        case .nameTaken(let name): "The branch '\(name)' already exists. Delete it first, or choose another name."
        case .databaseTaken(let database, .some(let owner)):
            "The branch '\(owner)' already has the database '\(database)': '-' and '_' are the same in a database name. Choose another name."
        case .databaseTaken(let database, .none):
            "A database '\(database)' exists that ayb did not make. It is left as it is; choose another branch name."
        case .notReady(let branch): Self.notReadyText(branch)
        case .blocked(let name, let blockers):
            "The branch '\(name)' cannot be deleted yet. In the way: \(blockers.map(\.description).joined(separator: "; "))."
        case .databaseNotOurs(let database):
            "The database '\(database)' is not the one that ayb made, so it is not dropped. Delete with force to remove only the branch's record."
        case .failed(let branch):
            "The branch '\(branch.name)' failed: \(branch.errorMessage ?? "no reason was recorded")"
        case .changed(let name): "The branch '\(name)' has changed meanwhile. Read it again."
        case .idempotencyKeyReused:
            "Another request with something else had this 'Idempotency-Key' in the last 24 hours. Make a new one for each request."
        case .deleted(let name): "The branch '\(name)' has been deleted."
        }
    }

    private static func notReadyText(_ branch: Branch) -> String {
        switch branch.status {
        case .creating: "The branch '\(branch.name)' is still being created. Wait until it is ready."
        case .failed:
            "The branch '\(branch.name)' failed (\(branch.errorMessage ?? "no reason was recorded")). Delete it and create it again."
        case .ready: "The branch '\(branch.name)' is being deleted."
        }
    }
}
