import Foundation

/// The real programs, run as processes with only the given environment.
enum ClientProgram {
    /// A program did not end in time.
    struct RanTooLong: Error {
        var arguments: [String]
    }

    /// The path of a program that the build put beside the tests.
    static func path(_ name: String = "ayb") throws -> String {
        let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        // If the runner is a tool of the toolchain, its argument is the test bundle.
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
        let candidates = [runner, bundle].map { URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/" + name }
        guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
            throw CocoaError(.fileNoSuchFile)
        }
        return path
    }

    /// Runs a program and waits for its end; kills it if that takes too long.
    ///
    /// Its output goes to files: a server that it starts could keep a pipe open.
    ///
    /// - Parameters:
    ///   - input: its input; nil for none.
    ///   - whileRunning: called with its process id once it runs.
    static func run(
        _ program: String, _ arguments: [String], in directory: String, environment: [String: String],
        input: String? = nil, limit: Duration = .seconds(90),
        whileRunning: (@Sendable (Int32) async throws -> Void)? = nil
    ) async throws -> ClientOutcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: directory)
        process.environment = environment
        let files = ["out", "err"].map { "\(directory)/\(UUID().uuidString).\($0)" }
        for file in files { try Data().write(to: URL(fileURLWithPath: file)) }
        defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
        process.standardOutput = FileHandle(forWritingAtPath: files[0])
        process.standardError = FileHandle(forWritingAtPath: files[1])
        let pipe = input.map { _ in Pipe() }
        process.standardInput = pipe ?? FileHandle.nullDevice
        let ends = AsyncStream<Void> { continuation in
            process.terminationHandler = { _ in continuation.finish() }
        }
        try process.run()
        let id = process.processIdentifier
        let watch = Task {
            try await Task.sleep(for: limit)
            kill(id, SIGKILL)
        }
        defer { watch.cancel() }
        if let pipe, let input {
            try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try pipe.fileHandleForWriting.close()
        }
        do { try await whileRunning?(id) } catch {
            kill(id, SIGKILL)
            throw error
        }
        for await _ in ends {}
        let isSignalled = process.terminationReason == .uncaughtSignal
        return ClientOutcome(
            status: isSignalled ? -process.terminationStatus : process.terminationStatus,
            output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: files[0])), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: files[1])), as: UTF8.self))
    }
}
