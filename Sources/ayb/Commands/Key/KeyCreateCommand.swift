import ArgumentParser
import BranchingCore

/// `ayb key create`.
struct KeyCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Create a key, and print its secret.",
        discussion: """
            The secret alone goes to stdout. It is shown only once: ayb stores its digest, not the secret. --output json \
            prints the record with it.

            The preset agent is for a program that writes code: a developer with at most 5 branches, whose names begin with \
            the key's name and a hyphen, and no sources by URL. It does not limit how long its branches live.

            EXAMPLES
              export AYB_API_KEY="$(ayb key create ci --role developer)"
              ayb key create ada --role operator --ttl 365d
              ayb key create bot --preset agent --ttl 24h
              ayb key create pr --role developer --name-prefix pr- --max-branches 20
              ayb key create metrics --role viewer --ttl never --cidr 10.0.0.0/8
            """)

    @Argument(help: "A name for people.")
    var name: String

    @Option(help: "What it may do: viewer, developer, operator or admin. Required, unless there is a preset.")
    var role: AccessRole?

    @Option(help: "A role and limits that go together: agent. What is given beside it counts instead.")
    var preset: KeyPreset?

    @Option(
        help: ArgumentHelp("How long it works: 12h, 90d (the default), or never.", valueName: "span"),
        transform: TimeSpan.lifetime)
    var ttl: CreateKeyBody.Lifetime = .standard

    @OptionGroup(title: "Limits")
    var limits: KeyLimitOptions

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func validate() throws {
        guard role != nil || preset != nil else { throw ValidationError("Missing expected argument '--role <role>'") }
        if preset == .agent, body.limits?.namePrefix == nil {
            throw ValidationError("No branch can be named after '\(name)': add --name-prefix.")
        }
        do { _ = try body.request() } catch { throw ValidationError("\(error)") }
    }

    func run() throws {
        try Session.run(connection, output: output.output) { session in
            let issued = try session.api.createKey(body)
            try session.show(issued)
            session.console.note(
                "The key '\(issued.key.name)' (\(issued.key.id)) works. Its secret is not shown again.")
        }
    }

    private var body: CreateKeyBody {
        CreateKeyBody(
            name: name, role: role ?? preset?.role ?? .viewer,
            limits: limits.limits(over: preset?.limits(name: name) ?? KeyLimits()), lifetime: ttl)
    }
}

extension Session {
    /// Prints a secret, and nothing else with it in a table: a variable takes it as it is.
    func show(_ issued: IssuedKeyBody) throws {
        switch renderer.format {
        case .table: try console.show(verbatim: issued.secret.reveal())
        case .json: try console.show(verbatim: Renderer.json(issued))
        }
    }
}
