import BranchingCore
import BranchingPostgres
import Foundation
import TestSupport

/// Two databases of one cluster, compared by URL, with rows in the first.
struct DiffScene: Sendable {
    let cluster: TestCluster
    let sandbox: ClientSandbox
    /// The databases.
    let (from, to): (String, String)

    /// Makes the databases, and removes them afterwards.
    static func run(
        from old: [String], to new: [String], _ body: (DiffScene) async throws -> Void
    ) async throws {
        let cluster = try await TestCluster.shared()
        let (from, to) = (try await cluster.createDatabase(old), try await cluster.createDatabase(new))
        try await ClientSandbox.run { sandbox in
            try await body(DiffScene(cluster: cluster, sandbox: sandbox, from: from, to: to))
        }
        for database in [from, to] { try await cluster.dropDatabase(database) }
    }

    var environment: [String: String] {
        [
            "FROM": cluster.url(database: from).reveal(), "TO": cluster.url(database: to).reveal(),
            "AYB_BRANCHING_PG_DUMP_PATH": cluster.binaries.path(of: .pgDump),
            "AYB_BRANCHING_PSQL_PATH": cluster.binaries.path(of: .psql),
        ]
    }

    /// Runs `ayb branch diff` from the first to the second.
    func diff(_ arguments: String..., backwards: Bool = false) async throws -> ClientOutcome {
        let urls = [from, to].map { cluster.url(database: $0).reveal() }
        return try await sandbox.ayb(
            ["branch", "diff"] + (backwards ? urls.reversed() : urls) + arguments, environment: environment)
    }

    /// The report.
    func report(_ arguments: String...) async throws -> DiffReport {
        let urls = [from, to].map { cluster.url(database: $0).reveal() }
        let outcome = try await sandbox.ayb(
            ["branch", "diff"] + urls + ["-o", "json"] + arguments, environment: environment)
        return try APICoder.decoder().decode(DiffReport.self, from: Data(outcome.output.utf8))
    }

    /// Runs a shell line with the variables `$AYB`, `$FROM` and `$TO`.
    func shell(_ line: String) async throws -> ClientOutcome {
        try await sandbox.shell(line, environment: environment)
    }
}
