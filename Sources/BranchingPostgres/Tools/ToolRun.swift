import BranchingCore
import FoundationEssentials
import PostgresLink
package import Subprocess

/// One run of a PostgreSQL program: its login files are written before it starts, and its messages hold no secret.
package struct ToolRun: Sendable {
    private let process: ToolProcess
    /// Whose secrets its messages might contain.
    private let endpoints: [ToolEndpoint]

    /// A run that connects to a database. Its files are written, and exist as long as the directory.
    ///
    /// - Parameters:
    ///   - arguments: nothing about the connection: every user of the machine can read them.
    ///   - others: other endpoints whose secrets the program comes to see.
    ///   - variables: additional variables.
    package init(
        _ tool: PostgresTool, at path: String, arguments: [String], connectingTo endpoint: ToolEndpoint,
        in directory: PrivateDirectory, hidingAlso others: [ToolEndpoint] = [],
        variables: [String: String] = [:]
    ) throws(ToolError) {
        let environment = try ToolEnvironment(
            tool, endpoint, directory: directory.path, inherited: ProcessInfo.processInfo.environment)
        for file in environment.files { try directory.write(file.text, to: file.path) }
        process = ToolProcess(
            path: path, arguments: arguments, environment: environment.variables.merging(variables) { $1 })
        endpoints = [endpoint] + others
    }

    /// A run that connects to nothing.
    package init(at path: String, arguments: [String]) {
        process = ToolProcess(
            path: path, arguments: arguments,
            environment: ToolEnvironment.neutral(inherited: ProcessInfo.processInfo.environment))
        endpoints = []
    }

    /// Runs it until it ends; if the task is cancelled, it and its descendants are ended.
    ///
    /// - Parameter started: is called when it has its copies of the descriptors, and also if it could not be started.
    package func outcome(
        input: some InputProtocol, output: some OutputProtocol, started: @Sendable () -> Void
    ) async -> ToolOutcome {
        switch await process.run(input: input, output: output, started: started) {
        case .ended(let exit, let message): .ended(exit, message: scrubbed(message))
        case .notStarted(let error): .notStarted(scrubbed(error))
        }
    }

    /// Runs it and returns all of its standard output; if it fails, the message says why.
    ///
    /// - Parameter limit: the most that is taken, in bytes.
    package func output(limit: Int) async throws(ToolError) -> (exit: ToolExit, text: String, message: String) {
        do {
            let (exit, text, message) = try await process.output(limit: limit)
            return (exit, text, scrubbed(message))
        } catch {
            throw scrubbed(error)
        }
    }

    /// Runs it, and takes what it writes to its standard output, up to 4 KiB.
    func firstOutput() async throws(ToolError) -> String {
        do { return try await process.firstOutput() } catch { throw scrubbed(error) }
    }

    private func scrubbed(_ error: ToolError) -> ToolError {
        guard case .io(let what, let why) = error else { return error }
        return .io(what: what, why: scrubbed(why))
    }

    private func scrubbed(_ text: String) -> String {
        SecretScrubbing.scrubbed(text, of: endpoints.flatMap(\.secrets))
    }
}
