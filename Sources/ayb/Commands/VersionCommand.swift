import ArgumentParser
import BranchingCore

/// `ayb version`.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Print the version of ayb.",
        discussion: "The version of a server is part of what 'ayb status' shows.")

    func run() throws {
        Console.standard.show("ayb \(AybVersion.current)")
    }
}
