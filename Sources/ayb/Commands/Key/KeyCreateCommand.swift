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

            EXAMPLES
              export AYB_API_KEY="$(ayb key create ci --role developer)"
              ayb key create ada --role operator --ttl 365d
              ayb key create agent --role developer --ttl 24h \\
                --name-prefix agent- --max-branches 5 --source main
              ayb key create metrics --role viewer --ttl never --cidr 10.0.0.0/8
            """)

    @Argument(help: "A name for people.")
    var name: String

    @Option(help: "What it may do: viewer, developer, operator or admin.")
    var role: AccessRole

    @Option(
        help: ArgumentHelp("How long it works: 12h, 90d (the default), or never.", valueName: "span"),
        transform: TimeSpan.lifetime)
    var ttl: CreateKeyBody.Lifetime = .standard

    @Option(help: ArgumentHelp("The prefix of its branches' names.", valueName: "prefix"))
    var namePrefix: String?

    @Option(help: ArgumentHelp("How many branches it may have at once.", valueName: "count"))
    var maxBranches: Int?

    @Option(
        help: ArgumentHelp(
            "What it may clone and compare: main, branches or url. Can be given several times.", valueName: "kind"))
    var source: [SourceKind] = []

    @Option(
        help: ArgumentHelp(
            "Where it may be used from, such as 10.0.0.0/8. Can be given several times.", valueName: "range"),
        transform: AddressRange.argument)
    var cidr: [AddressRange] = []

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func validate() throws {
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
        let limits = KeyLimits(
            namePrefix: namePrefix, maxBranches: maxBranches, sources: source.isEmpty ? nil : Set(source),
            cidrs: cidr.isEmpty ? nil : cidr)
        return CreateKeyBody(name: name, role: role, limits: limits, lifetime: ttl)
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
