import ArgumentParser
import BranchingCore

/// `ayb branch url`.
struct BranchURLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "url",
        abstract: "Print the connection URL of a branch, and nothing else.",
        discussion: """
            The password is part of it only with --password. If the branch has a login, it is the login's; else the
            server's own, which only operators get.

            EXAMPLES
              psql "$(ayb branch url feature-auth --password)"
              export DATABASE_URL="$(ayb branch url feature-auth --password)"
            """)

    @Argument(help: "The name of the branch.", transform: BranchName.argument)
    var name: BranchName

    @Flag(help: "Print the password too.")
    var password = false

    @Flag(help: "As the server itself, and not as the branch's login.")
    var asServer = false

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func run() throws {
        try Session.run(connection) { session in
            let url = try session.api.connection(to: name, password: password, asServer: asServer).url
            try session.console.show(VisibleText.escaping(url))
        }
    }
}
