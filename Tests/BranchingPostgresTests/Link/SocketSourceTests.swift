import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// Over a Unix socket PostgreSQL recognises ayb's server (`peer`), so users may not name one.
@Suite struct SocketSourceTests {
    @Test(arguments: [
        "postgresql://u@/d?host=/run", "postgresql://u@/d", "postgresql:///d", "dbname=d", "host=/tmp dbname=d",
        "postgresql://u@%2Frun%2Fpostgresql/d", "postgresql://u@h,%2Frun/d", "host=h,/tmp dbname=d",
        "host='' dbname=d", "host=h, dbname=d", "host=,h dbname=d", "host=@abstract dbname=d",
        "postgresql://u@%40abstract/d", "postgresql://u@h:1,:2/d", "postgresql://u@/d?host=h,,i",
        "user=u dbname=d port=1",
    ])
    func `a socket, or no host, is refused unless it is allowed`(text: String) throws {
        let error = try #require(throws: BranchError.self) { try ConnectionParameters.untrusted(Secret(text)) }
        #expect(error.description.contains("database.allow_socket_sources"))
        _ = try ConnectionParameters.untrusted(Secret(text), allowsSockets: true)
    }

    @Test(arguments: [
        "postgresql://u@h/d", "postgresql://u@h,i:2/d", "postgresql://u@[::1]:5/d", "host=h dbname=d",
        "postgresql://u@/d?host=h",
    ])
    func `hosts are taken`(text: String) throws {
        _ = try ConnectionParameters.untrusted(Secret(text))
    }

    @Test func `a server takes a socket from its users only if it is configured to`() async throws {
        try await BranchServiceHarness.run { harness in
            let socket = Secret(
                harness.cluster.connection(database: harness.source, overSocket: true).url(includingPassword: true))
            let request = BranchRequest(name: try harness.name(), source: .database(socket))
            await #expect(throws: BranchError.self) { try await harness.service.plan(request) }
            await #expect(throws: BranchError.self) {
                try await harness.service.diff(DiffRequest(from: .database(socket), to: .main))
            }
        }
        try await BranchServiceHarness.run(configure: { $0.allowsSocketSources = true }) { harness in
            let socket = Secret(
                harness.cluster.connection(database: harness.source, overSocket: true).url(includingPassword: true))
            let report = try await harness.service.diff(DiffRequest(from: .database(socket), to: .main))
            #expect(report.changes.isEmpty)
        }
    }
}
