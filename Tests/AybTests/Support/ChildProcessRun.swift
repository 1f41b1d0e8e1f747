import AybConfiguration
import Foundation

/// Runs a shell line.
enum ChildProcessRun {
    /// Its exit code.
    static func shell(_ line: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
