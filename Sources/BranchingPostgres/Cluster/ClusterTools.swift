import FoundationEssentials
import Glibc
package import Subprocess
import SystemPackage

/// Runs PostgreSQL's programs as the owner of a cluster.
package struct ClusterTools: Sendable {
    package let binaries: PostgresBinaries
    package let owner: ClusterOwner

    package init(binaries: PostgresBinaries, owner: ClusterOwner) {
        self.binaries = binaries
        self.owner = owner
    }

    /// Runs a program to its end and returns what it wrote to standard output.
    ///
    /// - Throws: ``ClusterError/programFailed(program:status:output:)`` if it cannot be run, fails, or takes longer
    ///   than `limit` (it is ended then).
    @discardableResult
    package func run(
        _ program: PostgresBinaries.Program, _ arguments: [String], input: String = "",
        variables: [Environment.Key: String] = [:], limit: Duration = .seconds(120)
    ) async throws -> String {
        var command = owner.command(binaries.path(of: program), arguments)
        command.environment = Self.environment(adding: variables)
        let file = try Self.temporaryFile(holding: input)
        let configuration = command
        return try await withTimeLimit(limit) {
            let result: ExecutionResult<Void, StringOutput<UTF8>, StringOutput<UTF8>>
            do {
                result = try await Subprocess.run(
                    configuration, input: .fileDescriptor(file, closeAfterSpawningProcess: true),
                    output: .string(limit: Self.outputLimit), error: .string(limit: Self.outputLimit))
            } catch let error as SubprocessError {
                throw ClusterError.programFailed(program: program.rawValue, status: "not run", output: "\(error)")
            }
            guard result.terminationStatus.isSuccess else {
                let text = (result.standardError + result.standardOutput).split(whereSeparator: \.isNewline)
                throw ClusterError.programFailed(
                    program: program.rawValue, status: "\(result.terminationStatus)",
                    output: text.joined(separator: "\n"))
            }
            return result.standardOutput
        } orElse: {
            ClusterError.programFailed(
                program: program.rawValue, status: "ended after \(limit)", output: "it did not finish in time")
        }
    }

    /// An open file without a name. A pipe would end us with SIGPIPE if a program ends before reading it all.
    private static func temporaryFile(holding text: String) throws -> FileDescriptor {
        // mkstemp(3) replaces the X with a unique name.
        var template = Array("/tmp/ayb-input-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Errno(rawValue: errno) }
        unlink(template)
        let file = FileDescriptor(rawValue: descriptor)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        do {
            try file.writeAll(text.utf8)
            try file.seek(offset: 0, from: .start)
        } catch {
            try? file.close()
            throw error
        }
        return file
    }

    private static let outputLimit = 16 << 20

    /// What the programs see of our environment. `PG*` would change what they do, and the rest may hold secrets that
    /// any superuser of the cluster could read.
    package static func environment(adding variables: [Environment.Key: String] = [:]) -> Environment {
        let ours = ProcessInfo.processInfo.environment
        var passed: [Environment.Key: String] = ["LC_ALL": "C"]
        for name in ["PATH", "TZ", "LD_LIBRARY_PATH"] {
            if let key = Environment.Key(rawValue: name) { passed[key] = ours[name] }
        }
        return .custom(passed.merging(variables) { _, new in new })
    }
}

/// Runs an operation; after the limit, cancels it and throws the given error.
package func withTimeLimit<Value: Sendable>(
    _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Value,
    orElse makeError: @escaping @Sendable () -> any Error
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask(operation: operation)
        group.addTask {
            try await Task.sleep(for: limit)
            throw makeError()
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() else { throw CancellationError() }
        return value
    }
}
