import AybConfiguration
import BranchingCore

/// What `ayb start` was asked for.
struct StartRequest: Sendable {
    /// The branch whose database the server works on.
    var branch: BranchName?
    /// What `--config` names.
    var configurationPath: String?
    /// What `--database-url` says.
    var database: Secret?
    /// What `--host` says.
    var host: String?
    /// What `--port` says.
    var port: Int?

    /// The arguments of ayb-server. A connection string is not among them: it goes by the environment.
    func arguments(workingDirectory: String) -> [String] {
        var arguments: [String] = []
        if let configurationPath {
            arguments += ["--config", PathText.absolute(configurationPath, relativeTo: workingDirectory)]
        }
        if let host { arguments += ["--host", host] }
        if let port { arguments += ["--port", String(port)] }
        if let branch { arguments += ["--branch", branch.rawValue] }
        return arguments
    }

    /// The environment of ayb-server.
    func environment(_ environment: [String: String]) -> [String: String] {
        var environment = environment
        if let database { environment["AYB_DATABASE_URL"] = database.reveal() }
        return environment
    }
}
