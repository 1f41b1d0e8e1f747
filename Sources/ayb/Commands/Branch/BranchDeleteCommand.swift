import ArgumentParser
import BranchingCore

/// `ayb branch delete`.
struct BranchDeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete a branch and its database.",
        discussion: """
            Sessions on the branch are ended, and a creation that is under way is stopped. It asks first on a \
            terminal, and refuses elsewhere without --yes (exit code 3).

            --force also removes the record of a branch whose database is gone or was replaced by another, and a \
            branch database of ours that has no record. A database that ayb did not make is never dropped.

            EXAMPLES
              ayb branch delete feature-auth
              ayb branch delete feature-auth --yes
            """,
        aliases: ["rm"])

    @Argument(help: "The name of the branch.", transform: BranchName.argument)
    var name: BranchName

    @Flag(name: [.short, .long], help: "Do not ask.")
    var yes = false

    @Flag(help: "Also clear what is left of a branch that is broken.")
    var force = false

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func run() throws {
        Interrupt.install()
        if !yes {
            try Console.standard.requireConfirmation(
                "Delete the branch '\(name)' and its database?", otherwise: "nothing was deleted")
        }
        try Session.run(connection) { session in
            try session.api.delete(name, force: force)
            session.console.note("The branch '\(name)' was deleted.")
        }
    }
}
