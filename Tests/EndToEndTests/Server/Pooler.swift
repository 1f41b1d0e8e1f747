import BranchingCore
import BranchingPostgres
import FoundationEssentials
import Subprocess
import SystemPackage
import TestSupport

/// A real PgBouncer in transaction mode.
enum Pooler {
    static func run(_ program: String, in cluster: TestCluster, _ body: @escaping @Sendable (Int) async throws -> Void)
        async throws
    {
        let port = try LoopbackPort.choose()
        let owner = try ClusterOwner.current()
        let file = cluster.directory + "/pgbouncer.ini"
        let password = TestCluster.password.reveal().replacing("'", with: "''")
        try """
        [databases]
        * = host=127.0.0.1 port=\(cluster.port) user=\(TestCluster.user) password='\(password)'
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = \(port)
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        ignore_startup_parameters = extra_float_digits,search_path
        """.write(toFile: file, atomically: true, encoding: .utf8)
        try owner.take(file)
        let command = owner.command(program, ["-q", file])
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = try await Subprocess.run(command, input: .none, output: .discarded, error: .discarded) }
            defer { group.cancelAll() }
            try await eventually("the pooler listens") {
                let probe = try await Subprocess.run(
                    .path(FilePath(cluster.binaries.path(of: .pgIsReady))),
                    arguments: ["-q", "-h", "127.0.0.1", "-p", "\(port)"],
                    output: .discarded, error: .discarded)
                return probe.terminationStatus.isSuccess
            }
            try await body(port)
        }
    }
}
