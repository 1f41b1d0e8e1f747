import FoundationEssentials
import Glibc
import SystemPackage

/// The main process of a running server, which is no child of ours: it outlives us if we crash.
package struct Postmaster: Sendable, Hashable {
    /// Its process id.
    package let pid: Int32
    /// The port it listens on.
    package let port: Int
    /// The directory of its Unix socket.
    package let socketDirectory: String
    /// Its data directory.
    package let dataDirectory: String
    /// The user it runs as.
    let userID: UInt32

    /// The server that runs on a data directory, or nil if none does.
    ///
    /// `postmaster.pid` (manual section 73.1; source `miscadmin.h`) names its process. The file survives a crash, and
    /// the number may then be another process's, so the process is checked too.
    package static func running(in dataDirectory: String, userID: UInt32) -> Postmaster? {
        guard let text = try? String(contentsOfFile: "\(dataDirectory)/postmaster.pid", encoding: .utf8) else {
            return nil
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 5, let pid = Int32(lines[0]), pid > 1, let port = Int(lines[3]) else { return nil }
        let postmaster = Postmaster(
            pid: pid, port: port, socketDirectory: String(lines[4]), dataDirectory: dataDirectory, userID: userID)
        return postmaster.isAlive ? postmaster : nil
    }

    /// Whether the process is alive, and still the server of the data directory.
    package var isAlive: Bool {
        var entry = stat()
        guard stat("/proc/\(pid)", &entry) == 0, entry.st_uid == userID,
            let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
        else { return false }
        // `pid (name) state …` (proc(5)). A zombie has ended; it waits for its parent.
        guard status.contains("(postgres)") || status.contains("(postmaster)"),
            let state = status.split(separator: ")").last?.split(separator: " ").first, state != "Z", state != "X"
        else { return false }
        // If we may see it: a postmaster's working directory is its data directory.
        guard let directory = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/cwd") else {
            return true
        }
        return directory == dataDirectory
    }

    /// Sends a signal (manual section 19.5: SIGINT is a fast, SIGQUIT an immediate shutdown).
    package func signal(_ number: Int32) {
        if isAlive { kill(pid, number) }
    }

    /// Waits until the process has ended.
    ///
    /// - Returns: whether it has by the limit or the task's cancellation.
    package func waitForExit(limit: Duration) async -> Bool {
        let end = ContinuousClock.now + limit
        while isAlive {
            guard ContinuousClock.now < end, (try? await Task.sleep(for: .milliseconds(20))) != nil else {
                return false
            }
        }
        return true
    }
}
