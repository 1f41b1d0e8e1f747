import BranchingCore
import DumpText
import Logging
import PostgresTools

/// One clone, by whichever strategy: from where, to where, and how.
struct CloneJob: Sendable {
    let source: CloneSource
    let facts: SourceFacts
    /// The database that is made.
    let target: String
    let request: BranchRequest
    let session: OperationSession
    /// A session on the control database, in the cluster of the branch.
    let worker: PostgresConnection
    let server: ConnectionParameters
    let settings: CloneSettings
    let logger: Logger

    /// The name of the operation's sessions, by which they are found and ended.
    var applicationName: String { session.token.applicationName }

    /// How the source is reached.
    var sourceParameters: ConnectionParameters {
        source.isElsewhere ? source.parameters : server.connecting(to: facts.database)
    }

    /// How the new database is reached.
    var targetParameters: ConnectionParameters { server.connecting(to: target).named(applicationName) }

    /// The source, for a program.
    ///
    /// - Parameter connection: the facts of a session on it.
    func sourceEndpoint(_ connection: ConnectionFacts) -> ToolEndpoint {
        ToolEndpoint(
            sourceParameters, facts: connection, database: facts.database, applicationName: applicationName)
    }

    /// The new database, for a program.
    var targetEndpoint: ToolEndpoint {
        ToolEndpoint(server, facts: worker.facts, database: target, applicationName: applicationName)
    }

    /// Filters roles only if something of the source cannot be given to its role here.
    ///
    /// - Returns: nil if there is nothing to filter.
    func filtering(_ roles: TargetRoles) -> TargetRoles? {
        roles.isSuperuser && facts.roles.allSatisfy(roles.existing.contains) ? nil : roles
    }
}

/// The configuration that the strategies need.
struct CloneSettings: Sendable {
    /// How many workers a stream clone has if the request does not say.
    var jobs: Int
    /// The programs that dump and restore.
    var programs: ToolPrograms
    /// How long sessions on databases that users name may wait.
    var limits: WaitLimits
}
