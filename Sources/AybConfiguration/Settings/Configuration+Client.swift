package import BranchingCore

extension Configuration {
    /// What the client talks to, and how it prints.
    package struct Client: Sendable, Hashable {
        /// The server.
        package let url: String?
        /// The key, which only the environment can give.
        package let apiKey: Secret?
        /// The file that holds the key.
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
