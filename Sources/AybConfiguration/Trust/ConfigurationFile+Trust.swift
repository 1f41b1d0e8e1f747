extension ConfigurationFile {
    /// The names of the file's keys that count only if it is trusted.
    ///
    /// - Throws: ``ConfigurationError`` if the file is broken.
    package func keysThatNeedTrust() throws(ConfigurationError) -> [String] {
        try values().keys.filter { !$0.isHarmless }.map(\.rawValue).sorted()
    }

    /// The error if a file of the working directory sets keys that need trust, and nobody has trusted it.
    func untrusted(_ keys: [ConfigurationKey]) -> ConfigurationError {
        let names = keys.map(\.rawValue).sorted()
        let list = names.map { "'\($0)'" }.joined(separator: ", ")
        return ConfigurationError(
            place: identity.path, line: names.compactMap(line).min(),
            reason: "\(list) \(names.count == 1 ? "counts" : "count") only after you have trusted this file, which was"
                + " found in the working directory and may be somebody else's. Read it, then: ayb trust. (Or name it with"
                + " --config.) Without that, such a file may set"
                + " \(ConfigurationKey.allCases.filter(\.isHarmless).map { "'\($0.rawValue)'" }.joined(separator: ", "))."
        )
    }
}
