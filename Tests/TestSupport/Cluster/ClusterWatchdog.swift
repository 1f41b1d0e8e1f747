import BranchingPostgres
import Subprocess
import SystemPackage

/// A small process that stops a cluster and removes its directory as soon as our end of a pipe is closed: by us, or by
/// the kernel when the process of the tests has ended, even by `kill -9`.
final class ClusterWatchdog: Sendable {
    private let ourEnd: FileDescriptor
    private let process: Task<Void, any Error>

    init(directory: String, tools: ClusterTools) throws {
        let (theirs, ours) = try FileDescriptor.pipe(options: .closeOnExec)
        ourEnd = ours
        let options = tools.owner.platformOptions
        let arguments: Arguments = ["-c", Self.script, "watchdog", tools.binaries.path(of: .pgCtl), directory]
        process = Task {
            _ = try await run(
                .path("/bin/sh"), arguments: arguments, environment: ClusterTools.environment(), workingDirectory: "/",
                platformOptions: options, input: .fileDescriptor(theirs, closeAfterSpawningProcess: true),
                output: .discarded, error: .discarded)
        }
    }

    deinit {
        try? ourEnd.close()
    }

    /// A server that was stopped already, or that is half-way in its start, is no error here.
    private static let script = """
        read -r nothing
        for attempt in 1 2 3; do
            test -e "$2/data/postmaster.pid" && "$1" stop --pgdata="$2/data" --mode=immediate --wait --timeout=20
        done
        rm -rf "$2"
        """
}
