public import FoundationEssentials

/// The record of a branch.
public struct Branch: Sendable, Hashable {
    /// Its identity.
    public var id: BranchID
    /// Its name, unique among the branches of a cluster.
    public var name: BranchName
    /// The name of the database that it was cloned from.
    public var sourceDatabase: String
    /// The name of its own database, which exists if and only if ``status`` is ready.
    public var branchDatabase: String
    /// Where it is in its life.
    public var status: BranchStatus
    /// When it was asked for.
    public var createdAt: Date
    /// When its record last changed.
    public var updatedAt: Date
    /// Why it failed, for programs.
    public var errorCode: FailureCode?
    /// Why it failed, for people.
    public var errorMessage: String?
    /// How it was cloned, once that is chosen.
    public var strategy: CloneStrategy?
    /// Why that strategy was taken, as a sentence.
    public var strategyReason: String?
    /// The size of its database when it became ready, in bytes.
    public var sizeBytes: Int64?
    /// How far it is, while it is being created.
    public var progress: BranchProgress?
    /// Who made it: the id of a key; nil for the root token.
    public var owner: String?
    /// The PostgreSQL role that it has for itself; nil if the server makes none.
    public var login: BranchLogin?
    /// The number of its last change, which no other change of the branch has. Not part of the JSON.
    public var revision: Int64 = 0

    /// Makes a record.
    public init(
        id: BranchID, name: BranchName, sourceDatabase: String, branchDatabase: String, status: BranchStatus,
        createdAt: Date, updatedAt: Date, errorCode: FailureCode? = nil, errorMessage: String? = nil,
        strategy: CloneStrategy? = nil, strategyReason: String? = nil, sizeBytes: Int64? = nil,
        progress: BranchProgress? = nil, owner: String? = nil, login: BranchLogin? = nil, revision: Int64 = 0
    ) {
        self.id = id
        self.name = name
        self.sourceDatabase = sourceDatabase
        self.branchDatabase = branchDatabase
        self.status = status
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.strategy = strategy
        self.strategyReason = strategyReason
        self.sizeBytes = sizeBytes
        self.progress = progress
        self.owner = owner
        self.login = login
        self.revision = revision
    }
}

extension Branch: Codable {
    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case sourceDatabase = "source_database"
        case branchDatabase = "branch_database"
        case status
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case errorCode = "error_code"
        case errorMessage = "error_message"
        case strategy
        case strategyReason = "strategy_reason"
        case sizeBytes = "size_bytes"
        case progress
        case owner
        case login
    }
}

/// Where a branch is, as users see it. There is no `deleting`: a branch keeps its status until it is gone.
public enum BranchStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its database is being made.
    case creating
    /// Its database is there.
    case ready
    /// It has no database, and never will: delete it and create it again.
    case failed
}

/// Why a branch failed, for programs. A message for people comes with it.
public enum FailureCode: String, Sendable, Hashable, Codable, CaseIterable {
    /// The source refused the connection, does not exist, or did not answer.
    case sourceUnreachable = "source_unreachable"
    /// A template clone was asked for, and other sessions are on the source.
    case sourceInUse = "source_in_use"
    /// The copy itself did not succeed.
    case cloneFailed = "clone_failed"
    /// The server that made the branch went away before it was done.
    case interrupted
    /// The branch was ready, and then somebody else dropped its database or put another in its place.
    case databaseMissing = "database_missing"
}
