import FoundationEssentials
import Glibc
import Synchronization

/// A cluster with all processes stopped (SIGSTOP): the kernel accepts connections, and nobody answers.
package final class FrozenPostgres: Sendable {
    private let processes: Mutex<[pid_t]>

    /// Stops the processes of a cluster that belongs to this test alone.
    package init(_ cluster: TestCluster) async throws {
        let sessions = try await cluster.psql("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        let file = try String(contentsOfFile: cluster.dataDirectory + "/postmaster.pid", encoding: .utf8)
        let pids = file.split(separator: "\n").prefix(1) + sessions.split(separator: "\n")
        processes = Mutex(pids.compactMap { pid_t($0) })
        processes.withLock { for pid in $0 { kill(pid, SIGSTOP) } }
    }

    deinit { release() }

    /// Continues them.
    package func release() {
        processes.withLock { processes in
            for pid in processes { kill(pid, SIGCONT) }
            processes = []
        }
    }
}
