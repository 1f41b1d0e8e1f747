import BranchingCore

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
