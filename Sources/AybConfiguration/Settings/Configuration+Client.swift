package import BranchingCore

extension Configuration {
    /// The client's server and output.
    package struct Client: Sendable, Hashable {
        /// The server.
        package let url: String?
        /// The key, which only the environment can give.
        package let apiKey: Secret?
        /// The file with the key.
        package let apiKeyFile: String?
        /// How it prints: `table` or `json`.
        package let output: String

        init(_ values: ConfigurationValues) {
            url = values.text(.cliURL)
            apiKey = values.secret(.cliAPIKey)
            apiKeyFile = values.text(.cliAPIKeyFile)
            output = values.text(.cliOutput) ?? ""
        }
    }
}
