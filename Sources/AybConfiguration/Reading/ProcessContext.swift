import FoundationEssentials
import Glibc

/// A process's surroundings, as a value, so that tests can make their own.
package struct ProcessContext: Sendable {
    /// The environment.
    package var environment: [String: String]
    /// The working directory, absolute.
    package var workingDirectory: String
    /// The effective user id.
    package var userID: UInt32
    /// The home directory in the user database, used if `HOME` is not set.
    package var homeDirectory: String?
    /// The system-wide configuration file.
    package var systemFile: String

    package init(
        environment: [String: String], workingDirectory: String, userID: UInt32, homeDirectory: String? = nil,
        systemFile: String = "/etc/ayb/ayb.toml"
    ) {
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.userID = userID
        self.homeDirectory = homeDirectory
        self.systemFile = systemFile
    }

    /// The surroundings of this process.
    package static func current() -> ProcessContext {
        ProcessContext(
            environment: ProcessInfo.processInfo.environment,
            workingDirectory: FileManager.default.currentDirectoryPath, userID: geteuid(),
            homeDirectory: FileManager.default.homeDirectoryForCurrentUser.path)
    }

    /// `XDG_CONFIG_HOME`, else `~/.config`.
    var userConfigurationDirectory: String? { directory("XDG_CONFIG_HOME", else: "/.config") }

    /// `XDG_DATA_HOME`, else `~/.local/share`.
    var userDataDirectory: String? { directory("XDG_DATA_HOME", else: "/.local/share") }

    /// The XDG base directory specification says to ignore relative paths.
    private func directory(_ variable: String, else suffix: String) -> String? {
        if let path = environment[variable], path.hasPrefix("/") { return path }
        if let home = environment["HOME"], home.hasPrefix("/") { return home + suffix }
        return homeDirectory.map { $0 + suffix }
    }
}
