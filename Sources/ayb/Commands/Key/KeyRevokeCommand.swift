import ArgumentParser
import BranchingCore

/// `ayb key revoke`.
struct KeyRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "End a key for good.",
        discussion: """
            Every server refuses it within 5 seconds. Its branches stay, and its record too ('ayb key list --all'). It \
            asks first on a terminal, and refuses elsewhere without --yes (exit code 3).

            EXAMPLES
              ayb key revoke key_8Zk3vX0qLr2TnYb5WmCd
              ayb key revoke key_8Zk3vX0qLr2TnYb5WmCd --yes
            """)

    @Argument(help: "The id of the key.", transform: KeyID.argument)
    var id: KeyID

    @Flag(name: [.short, .long], help: "Do not ask.")
    var yes = false

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func run() throws {
        Interrupt.install()
        if !yes {
            try Console.standard.requireConfirmation(
                "Revoke the key '\(id)'? Whatever uses it stops working.", otherwise: "nothing was revoked")
        }
        try Session.run(connection, output: output.output) { session in
            let key = try session.api.revokeKey(id)
            if session.renderer.format == .json { try session.console.show(session.renderer.text(key)) }
            session.console.note("The key '\(key.name)' was revoked.")
        }
    }
}
