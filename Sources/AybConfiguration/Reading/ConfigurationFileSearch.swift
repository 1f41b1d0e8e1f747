import Glibc

/// Where an ayb.toml is looked for: `--config`, `AYB_CONFIG`, the working directory,
/// `$XDG_CONFIG_HOME/ayb/ayb.toml` (`~/.config`), `/etc/ayb/ayb.toml`. The first that is there is the only one read.
struct ConfigurationFileSearch: Sendable {
    let named: String?
    let process: ProcessContext

    /// The file, or nil where there is none.
    ///
    /// - Throws: ``ConfigurationError`` where a file that was named is missing, or one that is there cannot be read.
    func find() throws(ConfigurationError) -> ConfigurationFile? {
        // Most likely a variable of a script that is not set; the next best file is not what was meant.
        if named?.isEmpty == true { throw ConfigurationError(place: "--config", reason: "names no file: it is empty.") }
        let explicit = named ?? process.environment["AYB_CONFIG"]
        if let explicit, !explicit.isEmpty {
            return try read(PathText.absolute(explicit, relativeTo: process.workingDirectory))
        }
        // Without a home there is nothing that was trusted.
        let home = try? AybHome(process: process)
        let here = process.workingDirectory + "/ayb.toml"
        let places = [process.userConfigurationDirectory.map { $0 + "/ayb/ayb.toml" }, process.systemFile]
            .compactMap(\.self)
        if access(here, F_OK) == 0 {
            // Somebody stands in a directory for configuration.
            let isPlace = (places + [home.map { $0.path + "/ayb.toml" }].compactMap(\.self))
                .contains { Self.isSameDirectory(PathText.directory(of: $0), process.workingDirectory) }
            return try isPlace ? read(here) : read(here, store: home.map(TrustStore.init))
        }
        return try places.first { access($0, F_OK) == 0 }.map(read)
    }

    private func read(_ path: String) throws(ConfigurationError) -> ConfigurationFile {
        try ConfigurationFile(path: path, isFromWorkingDirectory: false, userID: process.userID)
    }

    private func read(_ path: String, store: TrustStore?) throws(ConfigurationError) -> ConfigurationFile {
        try ConfigurationFile(path: path, isFromWorkingDirectory: true, userID: process.userID, store: store)
    }

    private static func isSameDirectory(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
            && first.st_ino == second.st_ino
    }
}
