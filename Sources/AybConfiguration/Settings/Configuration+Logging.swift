extension Configuration {
    /// How the server logs.
    package struct Logging: Sendable, Hashable {
        /// The least severe level: `trace` to `critical`.
        package let level: String
        /// The format of a line.
        package let format: Format

        init(_ values: ConfigurationValues) {
            level = values.text(.loggingLevel) ?? ""
            format = values.text(.loggingFormat).flatMap(Format.init) ?? .text
        }

        /// The format of a line.
        package enum Format: String, Sendable {
            /// For people.
            case text
            /// One JSON object per line.
            case json
        }
    }
}
