import AybConfiguration
import Foundation

@testable import ayb

/// The real `ayb`, run as a process.
enum AybProgram {
    struct Outcome: Sendable {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Beside the test runner, where the build puts both.
    static func path() throws -> String {
        let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let beside = PathText.directory(of: runner) + "/ayb"
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        // If the runner is a tool of the toolchain, its argument is the test bundle.
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
        return PathText.directory(of: bundle) + "/ayb"
    }

    /// Runs it in a directory, with only the given environment, and waits for its end.
    ///
    /// - Parameter whileRunning: called with its process id once it runs.
    static func run(
        _ arguments: [String], in directory: TemporaryDirectory, environment: [String: String] = [:],
        whileRunning: ((Int32) async throws -> Void)? = nil
    ) async throws -> Outcome {
        let name = UUID().uuidString
        let (output, errors) = (directory.path + "/\(name).out", directory.path + "/\(name).err")
        let out = try OpenFile(output, O_WRONLY | O_CREAT)
        let err = try OpenFile(errors, O_WRONLY | O_CREAT)
        // env -C becomes ayb in that directory, as the same process.
        let process = try ChildProcess.spawn(
            "/usr/bin/env", arguments: ["-C", directory.path, try path()] + arguments,
            environment: ["HOME": directory.path, "AYB_HOME": directory.path + "/h"].merging(environment) { $1 },
            output: out.descriptor, errors: err.descriptor)
        try await whileRunning?(process.id)
        let limit = Deadline(seconds: 60)
        var status = process.ending()
        while status == nil, !limit.hasPassed {
            try await Task.sleep(for: .milliseconds(5))
            status = process.ending()
        }
        if status == nil { process.stop(within: 1) }
        return Outcome(
            status: status ?? Int32.min, output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }
}
