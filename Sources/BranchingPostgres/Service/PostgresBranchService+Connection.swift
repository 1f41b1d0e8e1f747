public import BranchingCore

extension PostgresBranchService {
    /// How to connect to the database of a branch: as its login, or as the server does if it has none.
    public func connection(to name: BranchName) async throws(BranchError) -> BranchConnection {
        try await BranchError.translating {
            let record = try await readyRecord(name)
            var connection = try await serverConnection(to: record)
            guard let role = record.login?.role else { return connection }
            let login = try await requireControl().run { try LoginRecord.find(of: record.id, on: $0) }
            connection.user = role
            connection.password = login?.password
            return connection
        }
    }

    /// How to connect to the database of a branch as the server itself does.
    public func serverConnection(to name: BranchName) async throws(BranchError) -> BranchConnection {
        try await BranchError.translating { try await serverConnection(to: try await readyRecord(name)) }
    }

    private func serverConnection(to record: BranchRecord) async throws -> BranchConnection {
        let control = try requireControl()
        let facts = try await control.facts()
        let parameters = ["sslmode"].compactMap { keyword in
            control.server[keyword].map { BranchConnection.Parameter(name: keyword, value: $0) }
        }
        return BranchConnection(
            host: facts.host, port: facts.port, database: record.branchDatabase, user: facts.user,
            password: control.server.password, parameters: parameters)
    }
}
