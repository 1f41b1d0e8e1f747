import ArgumentParser
import AybConfiguration
import BranchingCore

/// `ayb dashboard`.
struct DashboardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard",
        abstract: "Open the dashboard in a browser, and sign in there.",
        discussion: """
            Gets a one-time link for the key that any other command would use: the browser may then do what that key may. \
            The link works once, within 60 seconds. The page asks before it signs in; without JavaScript, paste what comes \
            after '#' into its field.

            The link goes to the browser through a file that only you can read. Where no browser can be opened, as over \
            SSH, or with --no-open, it is printed.

            The server has to listen on TCP: no browser speaks with a Unix socket.

            EXAMPLES
              ayb dashboard
              ayb dashboard --url https://ayb.example.com
              ayb dashboard --no-open
            """)

    @Flag(help: "Print the link instead of opening a browser.")
    var noOpen = false

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func run() throws {
        try Session.run(connection, startsServer: false) { session in
            guard !session.isPrivate else {
                throw ClientError(
                    .usage,
                    "a database has no dashboard: its server would end with this command. Start one that stays, with 'ayb start'."
                )
            }
            let link = try DashboardLink(try session.api.createSignInCode(), server: session.api.http.address)
            let process = ProcessContext.current()
            guard !noOpen, let browser = BrowserProgram.find(process.environment) else {
                session.console.note("The link works once, within 60 seconds.")
                return try session.console.show(link.text.reveal())
            }
            let page = try link.write(in: try AybHome(process: process))
            try browser.open(page, process.environment)
            session.console.note("The dashboard opens in a browser. If it does not: ayb dashboard --no-open")
        }
    }
}
