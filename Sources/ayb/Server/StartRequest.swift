import AybConfiguration
import BranchingCore

/// The options of `ayb start`.
struct StartRequest: Sendable {
    /// The branch whose database the server works on.
    var branch: BranchName?
    /// The value of `--config`.
    var configurationPath: String?
    /// The value of `--database-url`.
    var database: Secret?
    /// The value of `--host`.
    var host: String?
    /// The value of `--port`.
    var port: Int?

    /// The arguments of ayb-server. They hold no connection string: that goes through the environment.
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
