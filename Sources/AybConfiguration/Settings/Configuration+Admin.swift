package import BranchingCore

extension Configuration {
    /// The key of the administration, where one is configured.
    package enum Admin: Sendable, Hashable {
        /// This token.
        case token(Secret)
        /// The token that a file holds.
        case file(String)
        /// None: one is generated and kept in `AYB_HOME`.
        case generated

        init(_ values: ConfigurationValues) throws(ConfigurationError) {
            switch (values.secret(.adminToken), values.text(.adminTokenFile)) {
            case (nil, nil): self = .generated
            case (let token?, nil): self = .token(token)
            case (nil, let file?): self = .file(file)
            case (let token?, let file?):
                // Both: the one that stands nearer to the command wins, as for any other value.
                let (first, second) = (values.origin(.adminToken), values.origin(.adminTokenFile))
                guard first.rank != second.rank else {
                    throw ConfigurationError(
                        place: "\(first)", reason: "'admin.token' and 'admin.token_file' are both set: keep one.")
                }
                self = first.rank > second.rank ? .token(token) : .file(file)
            }
        }
    }
}
