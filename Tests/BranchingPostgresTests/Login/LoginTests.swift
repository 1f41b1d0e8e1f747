import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// The role that a branch has for itself.
@Suite(.timeLimit(.minutes(5))) struct LoginTests {
    private static let versions: [TestedVersion] = [13, 15, 18]

    @Test(arguments: versions)
    func `it can do everything that the source's owner can, and a comparison does not see it`(version: TestedVersion)
        async throws
    {
        guard try await TestCluster.isAvailable(version) else { return }
        try await LoginScene.run(
            version: version, source: LoginScene.source, prepare: { try await $0.psql(LoginScene.others) }
        ) { harness in
            let (cluster, service) = (harness.cluster, harness.service)
            try await cluster.psql(LoginScene.othersObjects, database: harness.source)
            for strategy in CloneStrategy.allCases {
                let name = try harness.name()
                let branch = try await harness.create(BranchRequest(name: name, strategy: .only(strategy)))
                let role = try #require(branch.login?.role)
                #expect(try await harness.logins() == [role])
                #expect(try await service.connection(to: name).user == role)
                for (from, to) in [(BranchSource.main, BranchSource.branch(name)), (.branch(name), .main)] {
                    let report = try await service.diff(DiffRequest(from: from, to: to, verifies: true))
                    #expect(report.changes == [], "\(strategy)")
                    #expect(report.verification == DiffVerification(), "\(strategy)")
                }
                // The source's owner has nothing left in the branch.
                #expect(
                    try await cluster.psql(
                        "SELECT pg_describe_object(classid, objid, objsubid) FROM pg_shdepend WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND refobjid = 'app_owner'::regrole AND classid <> 1247",
                        database: name.databaseName) == "", "\(strategy)")
                for statement in LoginScene.corpus {
                    try await harness.asLogin(of: name, statement.replacing("$branch", with: name.databaseName))
                }
                let report = try await service.diff(DiffRequest(from: .main, to: .branch(name)))
                #expect(!report.sql.contains("ayb_login") && report.sql.contains("made"), "\(strategy)")
                try await service.delete(name, force: false)
                #expect(try await harness.logins() == [])
            }
        }
    }

    @Test(arguments: versions)
    func `it reads no table of another database, and the record says where PUBLIC lets it`(version: TestedVersion)
        async throws
    {
        guard try await TestCluster.isAvailable(version) else { return }
        try await LoginScene.run(version: version) { harness in
            let (cluster, source) = (harness.cluster, harness.source)
            let (plain, open, shut) = (try harness.name("plain"), try harness.name("open"), try harness.name("shut"))
            let first = try await harness.create(BranchRequest(name: plain))
            #expect(first.login?.connectsToSource == true && first.login?.readsElsewhere == [])
            await #expect(throws: ClusterError.self) {
                try await harness.asLogin(of: plain, "SELECT * FROM t", database: source)
            }
            let other = try await cluster.createDatabase(["CREATE TABLE o (a integer, b integer)"])
            try await cluster.psql("GRANT SELECT ON t TO PUBLIC", database: source)
            try await cluster.psql("GRANT SELECT (b) ON o TO PUBLIC", database: other)
            let second = try await harness.create(BranchRequest(name: open))
            // The first branch was made before, and its copy of the table is still closed.
            #expect(second.login?.readsElsewhere == [source, other].sorted())
            try await cluster.psql("REVOKE CONNECT ON DATABASE \(source) FROM PUBLIC")
            try await cluster.psql("REVOKE CONNECT ON DATABASE \(other) FROM PUBLIC")
            let third = try await harness.create(BranchRequest(name: shut))
            #expect(third.login?.connectsToSource == false)
            // The second branch is a copy of a database that PUBLIC can read.
            #expect(third.login?.readsElsewhere == [open.databaseName])
            await #expect(throws: ClusterError.self) {
                try await harness.asLogin(of: shut, "SELECT 1", database: source)
            }
            #expect(try await harness.asLogin(of: shut, "SELECT a FROM t") == "1")
            try await cluster.dropDatabase(other)
        }
    }

    @Test(arguments: versions)
    func `a branch of a branch has its own, and nothing of its parent's`(version: TestedVersion) async throws {
        guard try await TestCluster.isAvailable(version) else { return }
        try await LoginScene.run(version: version, source: LoginScene.source) { harness in
            let (parent, child) = (try harness.name("parent"), try harness.name("child"))
            let first = try #require(try await harness.create(BranchRequest(name: parent)).login?.role)
            try await harness.asLogin(of: parent, "CREATE TABLE added (a integer); GRANT SELECT ON added TO outsider")
            let made = try await harness.create(BranchRequest(name: child, source: .branch(parent)))
            let second = try #require(made.login?.role)
            #expect(first != second && made.strategy == .template)
            for other in [BranchSource.branch(parent), .main] {
                let report = try await harness.service.diff(DiffRequest(from: other, to: .branch(child)))
                #expect(report.changes.count == (other == .main ? 1 : 0), "\(report.changes)")
            }
            #expect(
                try await harness.cluster.psql(
                    "SELECT count(*) FROM pg_shdepend WHERE dbid = (SELECT oid FROM pg_database WHERE datname = '\(child.databaseName)') AND refobjid = '\(first)'::regrole"
                ) == "0")
            await #expect(throws: ClusterError.self) {
                try await harness.asLogin(of: parent, "SELECT * FROM added", database: child.databaseName)
            }
            // What the login's user put into the branch must not run as the server's role.
            for strategy in [CloneStrategy.stream, .dump] {
                await #expect(throws: BranchError.self) {
                    try await harness.create(
                        BranchRequest(
                            name: try harness.name(), source: .branch(parent), strategy: .only(strategy)))
                }
            }
            try await harness.service.delete(parent, force: false)
            #expect(try await harness.asLogin(of: child, "SELECT count(*) FROM added") == "0")
        }
    }

    @Test
    func `every server gives out the same password, and without logins a copy belongs to the source's owner again`()
        async throws
    {
        try await LoginScene.run { harness in
            let (parent, child) = (try harness.name("parent"), try harness.name("child"))
            try await harness.create(BranchRequest(name: parent))
            var configuration = harness.configuration
            configuration.logins = false
            try await harness.withService(configuration) { other in
                #expect(try await other.connection(to: parent) == harness.service.connection(to: parent))
                #expect(try await other.serverConnection(to: parent).user == TestCluster.loginServerRole)
                let made = try await other.settled(
                    try await other.create(BranchRequest(name: child, source: .branch(parent))))
                #expect(made.login == nil)
                #expect(try await other.connection(to: child).user == TestCluster.loginServerRole)
                #expect(
                    try await harness.cluster.psql(
                        "SELECT relowner::regrole || ' ' || datdba::regrole FROM pg_class, pg_database WHERE relname = 't' AND datname = current_database()",
                        database: child.databaseName) == "app_owner app_owner")
                #expect(
                    try await other.diff(DiffRequest(from: .branch(parent), to: .branch(child))).changes == [])
            }
        }
    }

    @Test func `it owns what its source's owner has in a schema where that one may not create any more`() async throws {
        try await LoginScene.run(prepare: { try await $0.psql(LoginScene.others) }) { harness in
            try await harness.cluster.psql(
                LoginScene.othersObjects
                    + "SET ROLE app_owner; CREATE TABLE theirs.mine (a integer); RESET ROLE; REVOKE CREATE ON SCHEMA theirs FROM app_owner",
                database: harness.source)
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name, strategy: .only(.template)))
            try await harness.asLogin(of: name, "ALTER TABLE theirs.mine ADD b integer")
            await #expect(throws: ClusterError.self) {
                try await harness.asLogin(of: name, "CREATE TABLE theirs.more (a integer)")
            }
        }
    }

    @Test func `services that make logins keep the contract`() async throws {
        try await LoginScene.run { harness in
            try await BranchServiceContract.checkAll(on: harness.service)
            #expect(try await harness.logins() == [])
        }
    }
}
