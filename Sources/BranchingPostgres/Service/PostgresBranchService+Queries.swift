public import BranchingCore

extension PostgresBranchService: BranchService {
    /// Branches, oldest first.
    public func branches(_ filter: BranchFilter) async throws(BranchError) -> [Branch] {
        try await BranchError.translating {
            try await requireControl().run { try BranchRecord.branches(filter, on: $0) }
        }
    }

    /// How many branches there are, by status.
    public func counts() async throws(BranchError) -> [BranchStatus: Int] {
        try await BranchError.translating { try await requireControl().run { try BranchRecord.counts(on: $0) } }
    }

    /// The branch of that name.
    public func branch(_ name: BranchName) async throws(BranchError) -> Branch {
        try await BranchError.translating { try await record(name).branch }
    }

    /// What changed since a position, from any server of the cluster.
    public func changes(since position: ChangePosition?) async throws(BranchError) -> BranchChanges {
        try await BranchError.translating {
            try await requireControl().run { try BranchChangeLog.changes(since: position, on: $0) }
        }
    }

    /// Waits until a branch is no longer `creating`, whichever server makes it; checks ten times a second.
    ///
    /// - Throws: `BranchError.unavailable` at once if the task is cancelled, and what the protocol says.
    public func settled(_ branch: Branch) async throws(BranchError) -> Branch {
        var pause = Duration.milliseconds(10)
        while true {
            let current: Branch
            do {
                current = try await self.branch(branch.name)
            } catch {
                if case .notFound = error { throw BranchError.deleted(branch.name) }
                throw error
            }
            guard current.id == branch.id else { throw BranchError.deleted(branch.name) }
            switch current.status {
            case .ready: return current
            case .failed: throw BranchError.failed(current)
            case .creating: break
            }
            do { try await Task.sleep(for: pause) } catch {
                throw BranchError.unavailable("The server is stopping; the create goes on or is cleaned up.")
            }
            pause = min(pause * 1.5, .milliseconds(100))
        }
    }

    /// What the service is and whether it can work.
    public func status() async -> ServiceStatus {
        guard let control else {
            return ServiceStatus(
                branching: .init(configured: false, available: false, reason: configuration.notConfiguredReason))
        }
        var status = ServiceStatus(
            activeDatabase: configuration.activeBranch?.databaseName ?? control.server["dbname"],
            activeBranch: configuration.activeBranch, branching: .init(configured: true, available: true))
        do {
            status.postgresVersion = try await probe.version(from: control)
        } catch {
            status.branching = .init(configured: true, available: false, reason: BranchError(error).description)
        }
        return status
    }
}

extension PostgresBranchService {
    /// Resolves the database that a request names: the server's own, a branch's, or one by its URL, which needs no
    /// server of ours.
    func resolve(_ source: BranchSource) async throws -> CloneSource {
        switch source {
        case .main: return CloneSource(parameters: try requireControl().server, isElsewhere: false)
        case .branch(let name):
            let record = try await readyRecord(name)
            let login =
                record.login == nil
                ? nil : try await requireControl().run { try LoginRecord.find(of: record.id, on: $0)?.standIn }
            return CloneSource(
                parameters: try requireControl().server.connecting(to: record.branchDatabase), isElsewhere: false,
                databaseOID: record.databaseOID, login: login)
        case .database(let text):
            var parameters = try ConnectionParameters.untrusted(
                text, allowsSockets: configuration.allowsSocketSources)
            parameters.limits = configuration.limits
            return CloneSource(parameters: parameters, isElsewhere: true)
        }
    }
}
