import Glibc
import Subprocess
import SystemPackage

/// A PostgreSQL program in its own process group.
struct ToolProcess: Sendable {
    var path: String
    var arguments: [String]
    var environment: [String: String]

    /// How long it may take to end after SIGTERM; then comes SIGKILL.
    private static let grace = Duration.seconds(2)

    /// Runs it until it ends; if the task is cancelled, it and its descendants are ended.
    ///
    /// - Parameters:
    ///   - started: is called when it has its copies of the descriptors, and also if it could not be started.
    func run(
        input: some InputProtocol, output: some OutputProtocol, started: @Sendable () -> Void
    ) async -> ToolOutcome {
        do {
            let result = try await Subprocess.run(configuration, input: input, output: output, error: .sequence) {
                execution in
                started()
                return await Self.drain(execution.standardError)
            }
            return .ended(ToolExit(result.terminationStatus), message: result.closureResult.explanation)
        } catch {
            started()
            return .notStarted(Self.dumpError(error, path: path))
        }
    }

    /// Runs it, and takes what it writes to its standard output, up to 4 KiB.
    func firstOutput() async throws(ToolError) -> String {
        do {
            return try await Subprocess.run(configuration, input: .none, output: .string(limit: 4096)).standardOutput
        } catch {
            throw Self.dumpError(error, path: path)
        }
    }

    /// Runs it and returns all of its standard output; if it fails, the message says why.
    ///
    /// - Parameter limit: the most that is taken, in bytes.
    func output(limit: Int) async throws(ToolError) -> (exit: ToolExit, text: String, message: String) {
        do {
            let result = try await Subprocess.run(
                configuration, input: .none, output: .string(limit: limit), error: .string(limit: 1 << 20))
            var tail = MessageTail()
            tail.append(result.standardError.utf8)
            return (ToolExit(result.terminationStatus), result.standardOutput, tail.explanation)
        } catch {
            throw Task.isCancelled ? .cancelled : Self.dumpError(error, path: path)
        }
    }

    private var configuration: Configuration {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: Self.grace)
        ]
        let variables = environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
        return Configuration(
            executable: path.contains("/") ? .path(FilePath(path)) : .name(path), arguments: Arguments(arguments),
            environment: .custom(Dictionary(uniqueKeysWithValues: variables)), platformOptions: options)
    }

    private static func drain(_ messages: SubprocessOutputSequence) async -> MessageTail {
        var tail = MessageTail()
        // An unreadable message explains nothing; the exit status still reports a failure.
        do {
            for try await buffer in messages { buffer.withUnsafeBytes { tail.append($0) } }
        } catch {}
        return tail
    }

    private static func dumpError(_ error: any Error, path: String) -> ToolError {
        if error is CancellationError { return .cancelled }
        guard let error = error as? SubprocessError else {
            return .io(what: "The program '\(path)' could not be run", why: "\(error)")
        }
        let isMissing =
            error.code == .executableNotFound
            || [.noSuchFileOrDirectory, .permissionDenied, .notDirectory].contains(error.underlyingError)
        return isMissing
            ? .toolMissing(path: path) : .io(what: "The program '\(path)' could not be run", why: error.description)
    }
}

extension ToolExit {
    fileprivate init(_ status: TerminationStatus) {
        switch status {
        case .exited(let code): self = .code(Int(code))
        case .signaled(let signal): self = .signal(Int(signal))
        }
    }

    /// Whether a program ended because nobody read what it wrote.
    package var isBrokenPipe: Bool { self == .signal(Int(SIGPIPE)) }
}
