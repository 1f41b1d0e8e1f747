import AybConfiguration
import BranchingCore

/// Which key goes to a target.
enum KeySource: Sendable, Hashable {
    /// The one in this file.
    case file(String)
    /// This one.
    case value(Secret)
    /// The local server's.
    case localServer
    /// None.
    case none

    /// Decides from the configuration alone.
    ///
    /// - Parameter sendsConnectionString: whether the request contains a connection string, which may hold a password.
    /// - Throws: ``ClientError`` if a key or a connection string would go to an address from a file in the working
    ///   directory that the user has not trusted: it may have come with a repository.
    static func choose(
        for target: Target, _ configuration: Configuration, sendsConnectionString: Bool = false
    ) throws(ClientError) -> KeySource {
        let source = wanted(for: target, configuration)
        guard source != .none || sendsConnectionString, case .file(let file) = target.origin, !file.isTrusted else {
            return source
        }
        throw ClientError(
            .authentication,
            "\(file.path) names the server, but was found in the working directory: no key and no connection string is"
                + " sent to an address from it until you trust it. Read it, then: ayb trust. Or name the server"
                + " by --url.")
    }

    /// What chose the key, for an error about it; nil where the user did not.
    func origin(_ configuration: Configuration) -> String? {
        switch self {
        case .file(let path): "\(configuration.origin(.cliAPIKeyFile)): \(path)"
        case .value: "\(configuration.origin(.cliAPIKey))"
        case .localServer: "the local server"
        case .none: nil
        }
    }

    private static func wanted(for target: Target, _ configuration: Configuration) -> KeySource {
        if case .database = target { return .none }
        let file = configuration.client.apiKeyFile
        if let file, case .flag = configuration.origin(.cliAPIKeyFile) { return .file(file) }
        if let key = configuration.client.apiKey { return .value(key) }
        if let file { return .file(file) }
        if case .local = target { return .localServer }
        return .none
    }
}

extension Target {
    /// The origin of the address.
    var origin: ConfigurationOrigin {
        switch self {
        case .server(_, let origin), .database(_, let origin), .local(_, let origin): origin
        }
    }
}
