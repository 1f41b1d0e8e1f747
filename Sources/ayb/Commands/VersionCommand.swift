import ArgumentParser
import BranchingCore

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
