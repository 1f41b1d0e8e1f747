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
            return try ConfigurationFile(
                path: PathText.absolute(explicit, relativeTo: process.workingDirectory), isFromWorkingDirectory: false)
        }
        let here = process.workingDirectory + "/ayb.toml"
        for path in [here, process.userConfigurationDirectory.map { $0 + "/ayb/ayb.toml" }, process.systemFile] {
            guard let path, access(path, F_OK) == 0 else { continue }
            return try ConfigurationFile(path: path, isFromWorkingDirectory: path == here)
        }
        return nil
    }
}
