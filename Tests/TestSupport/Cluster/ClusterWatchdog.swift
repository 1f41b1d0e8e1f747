import BranchingPostgres
import Subprocess
import SystemPackage

/// A small process that stops a cluster and removes its directory as soon as our end of a pipe is closed: by us, or by
/// the kernel when the test process has ended, even by `kill -9`.
final class ClusterWatchdog: Sendable {
    private let ourEnd: FileDescriptor
    private let process: Task<Void, any Error>

    /// - Parameters:
    ///   - directory: the directory to remove.
    ///   - dataDirectory: the data directory of the server to stop first.
    init(directory: String, dataDirectory: String) throws {
        let (theirs, ours) = try FileDescriptor.pipe(options: .closeOnExec)
        ourEnd = ours
        var options = PlatformOptions()
        options.createSession = true
        let arguments: Arguments = ["-c", Self.script, "watchdog", directory, dataDirectory]
        process = Task { [options] in
            _ = try await run(
                .path("/bin/sh"), arguments: arguments, environment: ClusterTools.environment(), workingDirectory: "/",
                platformOptions: options, input: .fileDescriptor(theirs, closeAfterSpawningProcess: true),
                output: .discarded, error: .discarded)
        }
    }

    deinit {
        try? ourEnd.close()
    }

    /// A server that is already stopped is no error here. A killed one leaves its `postmaster.pid`, and the id may
    /// belong to another process by now, so its working directory is checked if there is a `/proc`.
    private static let script = """
        read -r nothing
        pid=$(head -n 1 "$2/postmaster.pid" 2>/dev/null) &&
            test "$(readlink "/proc/$pid/cwd" || echo "$2")" = "$2" && kill -QUIT "$pid" &&
            while test -e "$2/postmaster.pid" && kill -0 "$pid"; do sleep 0.1; done
        rm -rf "$1"
        """
}
