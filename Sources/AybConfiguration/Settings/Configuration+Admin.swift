package import BranchingCore

extension Configuration {
    /// The admin token's configuration.
    package enum Admin: Sendable, Hashable {
        /// This token.
        case token(Secret)
        /// The token in this file.
        case file(String)
        /// None: one is generated and kept in `AYB_HOME`.
        case generated

        init(_ values: ConfigurationValues) throws(ConfigurationError) {
            switch (values.secret(.adminToken), values.text(.adminTokenFile)) {
            case (nil, nil): self = .generated
            case (let token?, nil): self = .token(token)
            case (nil, let file?): self = .file(file)
            case (let token?, let file?):
                // Both: the one from the higher-ranking origin wins, as for any other value.
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
