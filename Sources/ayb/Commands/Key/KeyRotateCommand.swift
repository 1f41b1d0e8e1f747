import ArgumentParser
import BranchingCore

/// `ayb key rotate`.
struct KeyRotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Give a key a new secret, and print it.",
        discussion: """
            The old secret works for --grace more, so that programs can be changed over one by one. A key that expires \
            gets 90 more days. The new secret alone goes to stdout, and only once.

            EXAMPLES
              ayb key rotate key_8Zk3vX0qLr2TnYb5WmCd
              ayb key rotate key_8Zk3vX0qLr2TnYb5WmCd --grace 0s    if the old one has leaked
            """)

    @Argument(help: "The id of the key.", transform: KeyID.argument)
    var id: KeyID

    @Option(
        help: ArgumentHelp("How long the old secret works too: 1h, 1d (the default), at most 30d.", valueName: "span"),
        transform: TimeSpan.argument)
    var grace = RotateKeyBody.standardGrace

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func validate() throws {
        do { _ = try body.grace() } catch {
            throw ValidationError("--grace is at most \(RotateKeyBody.graces.upperBound / 86_400)d.")
        }
    }

    func run() throws {
        try Session.run(connection, output: output.output) { session in
            let issued = try session.api.rotateKey(id, body)
            try session.show(issued)
            session.console.note("The key '\(issued.key.name)' has a new secret, which is not shown again.")
        }
    }

    private var body: RotateKeyBody { RotateKeyBody(graceSeconds: grace) }
}
