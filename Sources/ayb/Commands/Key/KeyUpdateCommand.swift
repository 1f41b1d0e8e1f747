import ArgumentParser
import BranchingCore

/// `ayb key update`.
struct KeyUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Change the name or the limits of a key.",
        discussion: """
            Limits that are not given stay as they are; --no-limits removes them all first. Its role never changes: make \
            another key. Every server knows within 5 seconds.

            EXAMPLES
              ayb key update key_8Zk3vX0qLr2TnYb5WmCd --max-branches 10
              ayb key update key_8Zk3vX0qLr2TnYb5WmCd --name ci-main --no-limits
            """)

    @Argument(help: "The id of the key.", transform: KeyID.argument)
    var id: KeyID

    @Option(help: "What people are to call it from now on.")
    var name: String?

    @Flag(help: "Remove all limits but those given here.")
    var noLimits = false

    @OptionGroup(title: "Limits")
    var limits: KeyLimitOptions

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func validate() throws {
        guard name != nil || noLimits || limits.areGiven else { throw ValidationError("Say what is to change.") }
        do { try KeyChange(name: name, limits: limits.limits()).validate() } catch { throw ValidationError("\(error)") }
    }

    func run() throws {
        try Session.run(connection, output: output.output) { session in
            var body = ChangeKeyBody(name: name)
            if noLimits {
                body.limits = limits.limits()
            } else if limits.areGiven {
                body.limits = limits.limits(over: try session.api.key(id).limits)
            }
            let key = try session.api.changeKey(id, body)
            if session.renderer.format == .json { try session.console.show(session.renderer.text(key)) }
            session.console.note("The key '\(key.name)' was changed.")
        }
    }
}
