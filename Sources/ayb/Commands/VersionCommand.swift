import ArgumentParser
import BranchingCore
import FoundationEssentials

/// `ayb version`.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Print the version of ayb.",
        discussion: """
            The version of a server is part of what 'ayb status' shows.

            EXAMPLES
              ayb version
              ayb version --output json
            """)

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    func run() throws {
        // Reads no configuration: this must work if that is broken.
        let version = "ayb \(AybVersion.current)"
        let isJSON = output.output == .json
        try Console.standard.show(isJSON ? Renderer(format: .json).text(ClientVersion()) : version)
    }
}

/// What `ayb version --output json` prints.
struct ClientVersion: Displayable {
    /// This program's version.
    let version = AybVersion.current

    func details(now: Date) -> [(label: String, value: String)] { [("Version", version)] }

    private enum CodingKeys: String, CodingKey {
        case version
    }
}
