import BranchingCore
import DumpText
import Logging
import SQLText

/// Makes the login of a branch whose copy is complete, and gives it what belongs to the source's owner.
///
/// If the source is itself a branch with a login, that one's name does not remain, even without a login for the new branch.
struct LoginCreation: Sendable {
    let session: OperationSession
    let facts: SourceFacts
    /// The temporary database.
    let target: String
    let control: ControlDatabase
    let configuration: PostgresBranchService.Configuration
    let logger: Logger

    /// What the copy gets in the end.
    struct Outcome: Sendable {
        /// Owner, privileges and settings of the database.
        var properties: DatabaseProperties
        var login: BranchLogin?
    }

    /// - Parameter worker: A session on the control database.
    func run(on worker: PostgresConnection) async throws -> Outcome {
        guard configuration.logins || facts.login != nil else { return Outcome(properties: facts.properties) }
        let owner = facts.login?.owner ?? facts.properties.owner
        if configuration.logins { try await make(inPlaceOf: owner) }
        let roles = try await worker.run { try TargetRoles.read(on: $0) }
        let ours = worker.facts.user
        // What could not be given to its owner belongs to us.
        let former = roles.assignable.contains(owner) ? owner : ours
        let to = configuration.logins ? role.name : former
        let readsSource = try await transfer(
            from: [facts.login?.role, former].compactMap(\.self), of: owner, to: to, on: worker)
        let own =
            configuration.logins
            ? try await worker.run { try DatabaseProperties.ownSettings(of: owner, on: $0) } : []
        let properties = facts.properties.moved(
            from: facts.login?.role ?? owner, to: to, keeping: facts.login == nil, adding: own)
        guard configuration.logins else { return Outcome(properties: properties) }
        let exposure = LoginExposure(
            role: role.name, target: target, source: facts.isSameCluster ? facts.database : nil,
            server: control.server, logger: logger)
        let login = try await exposure.find(on: worker, readsSource: readsSource)
        configuration.failPoint?.pass(.createProved)
        return Outcome(properties: properties, login: login)
    }

    private var role: LoginRole { LoginRole(branch: session.branch) }

    /// Role, record and phase in one transaction: a killed server leaves all or nothing.
    private func make(inPlaceOf owner: String) async throws {
        let role = role
        do {
            try await session.apply(.advanced(to: .configuring, by: session.token)) {
                $0.login = BranchLogin(role: role.name)
            } alongside: { handle in
                try role.make(inPlaceOf: owner, on: handle)
            }
        } catch let error as PostgresError where error.sqlState == .insufficientPrivilege {
            throw OperationError.failed(
                .cloneFailed, "\(LoginRequirement.text(role: control.server["user"] ?? "ayb")) \(error)")
        }
        configuration.failPoint?.pass(.createLogin)
    }

    /// - Returns: Whether PUBLIC can read the source.
    private func transfer(from: [String], of owner: String, to: String, on worker: PostgresConnection) async throws
        -> Bool
    {
        let database = UnpublishedDatabase(name: target)
        _ = try await database.close(on: worker)
        try await database.open(owner: to == worker.facts.user ? nil : to, on: worker)
        let parameters = control.server.connecting(to: target).named(session.token.applicationName)
        let isOfLogin = facts.login != nil
        return try await PostgresConnection.withSession(to: parameters, logger: logger) { connection in
            try await connection.run { handle in
                if isOfLogin { try Self.requireNoEventTriggers(on: handle) }
                let reads = try LoginExposure.readsAsPublic(on: handle)
                for role in from where role != to {
                    try OwnershipTransfer(from: role, to: to, logger: logger).run(on: handle)
                }
                // A template that anybody may copy can belong to a role that ours may not act as.
                try OwnershipTransfer(from: owner, to: to, logger: logger).requireNothingLeft(on: handle)
                return reads
            }
        }
    }

    /// An event trigger's code runs as whoever changes a schema, here the server's role, and the user of the source's login
    /// may have changed what it calls.
    private static func requireNoEventTriggers(on handle: borrowing ConnectionHandle) throws {
        guard
            let trigger = try handle.query(
                "SELECT evtname FROM pg_catalog.pg_event_trigger WHERE evtenabled <> 'D' ORDER BY 1 LIMIT 1"
            ).first
        else { return }
        throw OperationError.failed(
            .cloneFailed,
            "The source is a branch with a login and has the event trigger '\(try trigger.value("evtname", as: String.self))', whose code would run as the server's role. Disable it in the source, or clone the original."
        )
    }
}
