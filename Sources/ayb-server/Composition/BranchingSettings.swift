import AybConfiguration
import BranchingCore
import BranchingPostgres
import FoundationEssentials

/// The branch service's part of the configuration.
struct BranchingSettings {
    let value: PostgresBranchService.Configuration

    /// - Throws: ``StartError`` for what only a person can fix.
    init(_ configuration: Configuration, embedded: EmbeddedDatabase?, branch: String?) throws(StartError) {
        let branching = configuration.branching
        var value = PostgresBranchService.Configuration(
            server: try Self.server(configuration, embedded: embedded),
            notConfiguredReason: branching.enabled
                ? "No database is configured: set database.url (AYB_DATABASE_URL), or let the server run its own (database.embedded)."
                : "Branching is switched off: set branching.enabled to true.",
            controlDatabase: branching.controlDatabase, maximumConcurrentClones: branching.maxConcurrent,
            jobs: branching.jobs)
        let directory = configuration.database.binDirectory
        value.pgDumpPath = branching.pgDumpPath ?? Self.program("pg_dump", in: directory)
        value.psqlPath = branching.psqlPath ?? Self.program("psql", in: directory)
        value.limits = Self.limits(configuration)
        value.server?.limits = value.limits
        value.foreignConnections = configuration.database.foreignConnections
        value.allowsSocketSources = configuration.database.allowsSocketSources
        value.logins = branching.logins
        value.activeBranch = try Self.branch(branch)
        value.failPoint = try Self.failPoint()
        self.value = value
    }

    private static func server(_ configuration: Configuration, embedded: EmbeddedDatabase?) throws(StartError)
        -> ConnectionParameters?
    {
        guard configuration.branching.enabled else { return nil }
        guard let url = configuration.database.url ?? embedded?.endpoint.url else { return nil }
        do throws(BranchError) {
            let parameters = try ConnectionParameters(parsing: url)
            guard let database = parameters["dbname"], !database.isEmpty else {
                throw .invalidSource("It names no database: postgresql://user@host/DATABASE.")
            }
            return parameters
        } catch {
            throw .configuration("database.url: \(error)")
        }
    }

    private static func limits(_ configuration: Configuration) -> WaitLimits {
        let database = configuration.database
        return WaitLimits(
            connect: .seconds(database.connectTimeout), lock: .seconds(database.lockTimeout),
            statement: .seconds(database.statementTimeout), copy: .seconds(configuration.branching.copyTimeout),
            resultBytes: database.resultLimit)
    }

    private static func program(_ name: String, in directory: String?) -> String {
        directory.map { "\($0)/\(name)" } ?? name
    }

    private static func branch(_ text: String?) throws(StartError) -> BranchName? {
        guard let text else { return nil }
        do { return try BranchName(text) } catch { throw .configuration("--branch: \(error)") }
    }

    private static func failPoint() throws(StartError) -> FailPoint? {
        guard let text = ProcessInfo.processInfo.environment["AYB_FAILPOINT"], !text.isEmpty else { return nil }
        guard let point = FailPoint(text) else {
            let places = FailPoint.Place.allCases.map(\.rawValue).joined(separator: ", ")
            throw .configuration("AYB_FAILPOINT names no fail-point. The fail-points are: \(places).")
        }
        return point
    }
}
