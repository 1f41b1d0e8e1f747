import Glibc

/// Where to look for an ayb.toml: `--config`, `AYB_CONFIG`, the working directory,
/// `$XDG_CONFIG_HOME/ayb/ayb.toml` (`~/.config`), `/etc/ayb/ayb.toml`. Only the first that exists is read.
struct ConfigurationFileSearch: Sendable {
    let named: String?
    let process: ProcessContext

    /// The file, or nil if there is none.
    ///
    /// - Throws: ``ConfigurationError`` if a named file is missing, or an existing one cannot be read.
    func find() throws(ConfigurationError) -> ConfigurationFile? {
        // Most likely an unset variable in a script, which does not mean the next file.
        if named?.isEmpty == true { throw ConfigurationError(place: "--config", reason: "names no file: it is empty.") }
        let explicit = named ?? process.environment["AYB_CONFIG"]
        if let explicit, !explicit.isEmpty {
            return try read(PathText.absolute(explicit, relativeTo: process.workingDirectory))
        }
        // Without a home nothing was trusted.
        let home = try? AybHome(process: process)
        let here = process.workingDirectory + "/ayb.toml"
        let places = [process.userConfigurationDirectory.map { $0 + "/ayb/ayb.toml" }, process.systemFile]
            .compactMap(\.self)
        if access(here, F_OK) == 0 {
            // The working directory may be a directory for configuration.
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
