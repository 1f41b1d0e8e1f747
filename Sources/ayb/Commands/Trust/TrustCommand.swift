import ArgumentParser
import AybConfiguration
import Glibc

/// `ayb trust`.
struct TrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Let an ayb.toml of a working directory set everything.",
        discussion: """
            An ayb.toml that was only found in the working directory may have come with a repository. Until you trust it, \
            it may set url and output in [cli] and nothing else, and no key is sent to that URL. Read the file first: \
            what it names is run, written to, and connected to as you.

            The trust is for this path and this content. It is kept in AYB_HOME, and ends as soon as the file changes. \
            A file that others can write is refused, trusted or not. A file that --config or AYB_CONFIG names needs no trust.

            EXAMPLES
              ayb trust                     ./ayb.toml
              ayb trust ~/app/ayb.toml
              ayb trust --revoke
              ayb trust --list
            """)

    @Argument(help: "The file.", completion: .file())
    var file = "ayb.toml"

    @Flag(help: "Take the trust back.")
    var revoke = false

    @Flag(help: "List the trusted files, and whether they have changed since.")
    var list = false

    @Flag(name: [.short, .long], help: "Only results and errors.")
    var quiet = false

    func validate() throws {
        if revoke, list { throw ValidationError("--revoke and --list exclude each other.") }
    }

    func run() throws {
        let console = Console(quiet: quiet)
        let process = ProcessContext.current()
        let home = try AybHome(process: process)
        let store = TrustStore(home: home)
        try home.check()
        if list { return try show(store.records(), console, process) }
        let path = try Self.resolved(file, process)
        if revoke {
            console.note(try store.revoke(path) ? "\(path) is no longer trusted." : "\(path) was not trusted.")
            return
        }
        let found = try ConfigurationFile(path: path, isFromWorkingDirectory: true, userID: process.userID)
        let keys = try found.keysThatNeedTrust()
        try home.prepareDirectory()
        try store.trust(found)
        console.note(
            "\(path) is trusted as it is now: "
                + (keys.isEmpty ? "it sets nothing that needs it." : "it may set \(keys.joined(separator: ", ")).")
                + " A change of the file, or 'ayb trust --revoke', ends that.")
    }

    private func show(_ records: [TrustStore.Record], _ console: Console, _ process: ProcessContext) throws {
        guard !records.isEmpty else { return console.note("No file is trusted.") }
        let rows = records.map { [$0.isCurrent(userID: process.userID) ? "trusted" : "changed", $0.path] }
        try console.show(TextTable.text(columns: ["STATE", "FILE"], rows: rows))
    }

    /// The path that the file has when found from its directory, without links on the way there.
    private static func resolved(_ file: String, _ process: ProcessContext) throws -> String {
        let path = PathText.absolute(file, relativeTo: process.workingDirectory)
        guard path.hasSuffix("/ayb.toml") else {
            throw ClientError(
                .usage,
                "\(path) is not called ayb.toml, so ayb does not find it in a working directory: name it with --config."
            )
        }
        guard let directory = realpath(PathText.directory(of: path), nil) else { throw SystemFailure("find \(path)") }
        defer { free(directory) }
        return PathText.absolute("ayb.toml", relativeTo: String(cString: directory))
    }
}
