package import BranchingCore
import FoundationEssentials

/// Branches that are only records: a faithful conformer for tests of what is above the port.
///
/// A clone takes ``cloneDuration``, or as long as it is held; it can fail, and the whole service can be unavailable.
package actor InMemoryBranchService: BranchService {
    /// The database that `main` means.
    package static let sourceDatabase = "app"
    /// The password of every connection, with everything that needs encoding.
    package static let password = Secret("p@ss:w/o%r'd 1")
    /// The password of every login.
    package static let loginPassword = Secret("a login's own")
    /// The size of every source, in bytes.
    package static let sourceBytes: Int64 = 1_000_000

    private let cloneDuration: Duration
    private let makesLogins: Bool
    private(set) var records: [Branch] = []
    /// What was removed, oldest first.
    private(set) var removals: [RemovedBranch] = []
    private(set) var lastRevision: Int64 = 0
    /// Identifies its changes.
    let log = Int64.random(in: 1 ... .max)
    /// What requests with idempotency keys made.
    private(set) var requests: [String: (fingerprint: String, id: BranchID)] = [:]
    private var clones: [BranchID: Task<Void, Never>] = [:]
    var outage: BranchError?
    var failure: (code: FailureCode, message: String)?
    var isHolding = false
    var changes: [SchemaChange] = []
    var unsupported: [UnsupportedObject] = []
    /// The last comparison's request.
    package private(set) var lastDiff: DiffRequest?
    /// How often a single record was read. To wait until a reader has seen a change, wait for two more.
    package private(set) var reads = 0
    /// How often changes were read.
    package internal(set) var changeReads = 0
    private var lastInstant = Date.distantPast

    /// Makes a service without branches.
    package init(cloneDuration: Duration = .zero, logins: Bool = false) {
        self.cloneDuration = cloneDuration
        makesLogins = logins
    }
}

// MARK: - BranchService

extension InMemoryBranchService {
    package func branches(_ filter: BranchFilter) throws(BranchError) -> [Branch] {
        try checkAvailable()
        let found = records.filter { record in
            (filter.status.map { record.status == $0 } ?? true)
                && (filter.owner.map { record.owner ?? BranchFilter.root == $0 } ?? true)
                && (filter.after.map { BranchCursor(record) > $0 } ?? true)
        }
        return Array(found.prefix(filter.limit ?? .max))
    }

    package func branch(_ name: BranchName) throws(BranchError) -> Branch {
        reads += 1
        try checkAvailable()
        guard let record = records.first(where: { $0.name == name }) else { throw .notFound(name) }
        return record
    }

    package func create(_ request: BranchRequest) throws(BranchError) -> Branch {
        if let made = try made(with: request) { return made }
        let source = try check(request)
        let now = nextInstant()
        let record = Branch(
            id: .random(), name: request.name, sourceDatabase: source, branchDatabase: request.name.databaseName,
            status: .creating, createdAt: now, updatedAt: now, progress: BranchProgress(phase: .starting),
            owner: request.owner?.id, revision: nextRevision())
        records.append(record)
        if let key = request.idempotencyKey { requests[key.digest] = (key.fingerprint, record.id) }
        clones[record.id] = Task { await clone(record) }
        return record
    }

    package func settled(_ branch: Branch) async throws(BranchError) -> Branch {
        while true {
            try checkAvailable()
            guard let record = records.first(where: { $0.id == branch.id }) else { throw .deleted(branch.name) }
            switch record.status {
            case .ready: return record
            case .failed: throw .failed(record)
            case .creating: break
            }
            do {
                try await Task.sleep(for: .milliseconds(2))
            } catch {
                throw .unavailable("The wait for the branch '\(branch.name)' was cancelled.")
            }
        }
    }

    package func plan(_ request: BranchRequest) throws(BranchError) -> ClonePlan {
        let source = try check(request)
        return ClonePlan(
            strategy: .template, reason: "The source is in the same cluster.", sourceDatabase: source,
            branchDatabase: request.name.databaseName, bytes: Self.sourceBytes, estimatedSeconds: 0.5, locks: [],
            missingRoles: [])
    }

    package func delete(_ name: BranchName, force: Bool, matching versions: [BranchVersion]?) throws(BranchError) {
        let record = try branch(name)
        if let versions, !versions.contains(record.version) { throw .changed(name) }
        clones.removeValue(forKey: record.id)?.cancel()
        records.removeAll { $0.id == record.id }
        removals.append(RemovedBranch(id: record.id, name: name, revision: nextRevision()))
    }

    package func connection(to name: BranchName) throws(BranchError) -> BranchConnection {
        let record = try branch(name)
        guard record.status == .ready else { throw .notReady(record) }
        return BranchConnection(
            host: "127.0.0.1", port: 5432, database: record.branchDatabase, user: record.login?.role ?? "ayb",
            password: record.login == nil ? Self.password : Self.loginPassword)
    }

    package func serverConnection(to name: BranchName) throws(BranchError) -> BranchConnection {
        let record = try branch(name)
        guard record.status == .ready else { throw .notReady(record) }
        return BranchConnection(
            host: "127.0.0.1", port: 5432, database: record.branchDatabase, user: "ayb", password: Self.password)
    }

    package func diff(_ request: DiffRequest) throws(BranchError) -> DiffReport {
        lastDiff = request
        let (from, to) = (try operand(request.from), try operand(request.to))
        let isSame = request.from == request.to
        if request.isStrict, !unsupported.isEmpty { throw .unsupportedObjects(unsupported) }
        return DiffReport(
            from: from, to: to, changes: isSame ? [] : changes, unsupported: unsupported,
            sql: isSame || changes.isEmpty ? "" : "SELECT 1;\n",
            verification: request.verifies ? DiffVerification() : nil)
    }

    package func status() -> ServiceStatus {
        switch outage {
        case .none:
            ServiceStatus(
                postgresVersion: "15.18", activeDatabase: Self.sourceDatabase,
                branching: .init(configured: true, available: true))
        case .notConfigured(let reason):
            ServiceStatus(branching: .init(configured: false, available: false, reason: reason))
        case .some(let error):
            ServiceStatus(branching: .init(configured: true, available: false, reason: error.description))
        }
    }
}

// MARK: - How it works

extension InMemoryBranchService {
    func checkAvailable() throws(BranchError) {
        if let outage { throw outage }
    }

    /// Says what a request would clone, or why it cannot.
    private func check(_ request: BranchRequest) throws(BranchError) -> String {
        try checkAvailable()
        try request.validate()
        guard !records.contains(where: { $0.name == request.name }) else { throw .nameTaken(request.name) }
        let database = request.name.databaseName
        if let owner = records.first(where: { $0.branchDatabase == database }) {
            throw .databaseTaken(database: database, by: owner.name)
        }
        if let owner = request.owner, let limit = owner.maxBranches,
            records.count(where: { $0.owner == owner.id }) >= limit
        {
            throw .limitExceeded(.maxBranches(limit))
        }
        switch request.source {
        case .main: return Self.sourceDatabase
        case .branch(let name): return try ready(name).branchDatabase
        case .database(let url): return try elsewhere(url)
        }
    }

    /// The name of a compared database.
    private func operand(_ source: BranchSource) throws(BranchError) -> String {
        try checkAvailable()
        switch source {
        case .main: return "main"
        case .branch(let name): return try ready(name).name.rawValue
        case .database(let url): return "postgresql://" + (try elsewhere(url))
        }
    }

    private func ready(_ name: BranchName) throws(BranchError) -> Branch {
        let record = try branch(name)
        guard record.status == .ready else { throw .notReady(record) }
        return record
    }

    private func elsewhere(_ url: Secret) throws(BranchError) -> String {
        let text = url.reveal()
        guard text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") else {
            throw .invalidSource("Give the source as a connection URL (postgresql://…).")
        }
        return "elsewhere"
    }

    private func clone(_ record: Branch) async {
        let strategy = CloneStrategy.template
        change(record.name) {
            $0.progress = BranchProgress(phase: .copying, bytesTotal: Self.sourceBytes)
            $0.strategy = strategy
            $0.strategyReason = "The source is in the same cluster."
        }
        try? await Task.sleep(for: cloneDuration)
        while isHolding, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(2)) }
        guard !Task.isCancelled else { return }
        clones[record.id] = nil
        change(record.name) { [failure, makesLogins] in
            $0.login = failure == nil && makesLogins ? BranchLogin(role: BranchLogin.role(of: record.id)) : nil
            $0.progress = nil
            $0.status = failure == nil ? .ready : .failed
            $0.errorCode = failure?.code
            $0.errorMessage = failure?.message
            $0.sizeBytes = failure == nil ? Self.sourceBytes : nil
        }
    }

    func change(_ name: BranchName, _ body: (inout Branch) -> Void) {
        guard let index = records.firstIndex(where: { $0.name == name }) else { return }
        body(&records[index])
        records[index].updatedAt = nextInstant()
        records[index].revision = nextRevision()
    }

    private func nextRevision() -> Int64 {
        lastRevision += 1
        return lastRevision
    }

    /// The time, but always later than the last.
    private func nextInstant() -> Date {
        lastInstant = max(Date(), lastInstant.addingTimeInterval(0.000_01))
        return lastInstant
    }
}
