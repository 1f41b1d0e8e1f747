import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// A login goes with its branch, and nothing else goes.
@Suite(.timeLimit(.minutes(5))) struct LoginRemovalTests {
    @Test func `without CREATEROLE a service does not start, and says what to do`() async throws {
        try await BranchServiceHarness.run { harness in
            var configuration = harness.configuration
            configuration.logins = true
            try await harness.withService(configuration) { service in
                let error = await #expect(throws: BranchError.self) { try await service.prepare() }
                guard case .notConfigured(let text) = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                #expect(text.contains("ALTER ROLE ayb CREATEROLE") && text.contains("branching.logins"))
            }
        }
    }

    @Test func `its sessions end with the branch, wherever they are`() async throws {
        try await LoginScene.run { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            let connection = try await harness.service.connection(to: name)
            var sessions: [IdleSession] = []
            for database in [name.databaseName, TestCluster.maintenanceDatabase] {
                sessions.append(
                    try await IdleSession(
                        on: database, of: harness.cluster, as: connection.user,
                        password: try #require(connection.password)))
            }
            try await harness.service.delete(name, force: false)
            for session in sessions { #expect(await !session.isAlive) }
            #expect(try await harness.logins() == [])
        }
    }

    @Test func `what it has in another database is named, and with force it only cannot log in until that is gone`()
        async throws
    {
        try await LoginScene.run { harness in
            let (cluster, name) = (harness.cluster, try harness.name())
            let login = try #require(try await harness.create(BranchRequest(name: name)).login?.role)
            let elsewhere = try await cluster.createDatabase(["GRANT CREATE ON SCHEMA public TO PUBLIC"])
            try await harness.asLogin(of: name, "CREATE TABLE left_here (a integer)", database: elsewhere)
            await #expect(
                throws: BranchError.blocked(name, by: [.loginElsewhere(role: login, database: elsewhere)])
            ) { try await harness.service.delete(name, force: false) }
            #expect(try await harness.asLogin(of: name, "SELECT a FROM t") == "1")
            try await harness.service.delete(name, force: true)
            #expect(try await harness.databases(like: "ayb_branch_") == [])
            #expect(try await cluster.psql("SELECT rolcanlogin FROM pg_roles WHERE rolname = '\(login)'") == "f")
            try await cluster.psql("DROP TABLE left_here", database: elsewhere)
            try await harness.wait(for: "the reconciler") { try await harness.logins() == [] }
        }
    }

    @Test func `a role without our mark stays, and one of ours without a record goes`() async throws {
        try await LoginScene.run { harness in
            let (cluster, control) = (harness.cluster, harness.control)
            try await harness.create(BranchRequest(name: try harness.name()))
            let recorded = try await harness.logins()
            let ours = "ayb_login_aaaaaaaaaaaaaaaaaaaaaaaa"
            let others = ["ayb_login_bbbbbbbbbbbbbbbbbbbbbbbb", "ayb_login_cccccccccccccccccccccccc"]
            try await cluster.psql(
                """
                SET ROLE \(TestCluster.loginServerRole);
                CREATE ROLE \(others[0]); CREATE ROLE \(others[1]); CREATE ROLE \(ours);
                COMMENT ON ROLE \(others[1]) IS 'ayb login of branch br_cccccccccccccccccccccccc in another_control';
                COMMENT ON ROLE \(ours) IS 'ayb login of branch br_aaaaaaaaaaaaaaaaaaaaaaaa in \(control)';
                """)
            try await harness.wait(for: "the reconciler") { try await !harness.logins().contains(ours) }
            #expect(try await harness.logins() == (recorded + others).sorted())
        }
    }

    @Test func `a role in its place that is not ours is left alone`() async throws {
        try await LoginScene.run { harness in
            let name = try harness.name()
            let login = try #require(try await harness.create(BranchRequest(name: name)).login?.role)
            try await harness.cluster.psql("COMMENT ON ROLE \(login) IS 'somebody else''s now'")
            try await harness.service.delete(name, force: false)
            #expect(try await harness.logins() == [login])
        }
    }

    @Test func `a branch that fails, or whose database is dropped, leaves none`() async throws {
        try await LoginScene.run { harness in
            let (lost, failing) = (try harness.name("lost"), try harness.name("failing"))
            try await harness.create(BranchRequest(name: lost))
            try await harness.cluster.dropDatabase(lost.databaseName)
            try await harness.wait(for: "the reconciler") {
                try await harness.service.branch(lost).status == .failed
            }
            #expect(try await harness.service.branch(lost).login == nil)
            #expect(try await harness.logins() == [])
            // Its owner's objects cannot be moved: the role of the schema's owner is not ours to act as.
            try await harness.cluster.psql(
                "CREATE SCHEMA held; CREATE TABLE held.t (a integer); ALTER TABLE held.t OWNER TO app_owner",
                database: harness.source)
            let error = await #expect(throws: BranchError.self) {
                try await harness.create(BranchRequest(name: failing))
            }
            #expect(error?.description.contains("member of 'app_owner'") == true)
            #expect(try await harness.service.branch(failing).login == nil)
            #expect(try await harness.logins() == [])
            #expect(try await harness.databases(like: "ayb_tmp_") == [])
        }
    }

    @Test func `a branch whose database is renamed keeps its login, until it is deleted`() async throws {
        try await LoginScene.run { harness in
            let (cluster, name) = (harness.cluster, try harness.name())
            let login = try #require(try await harness.create(BranchRequest(name: name)).login?.role)
            let connection = try await harness.service.connection(to: name)
            try await cluster.psql("ALTER DATABASE \(name.databaseName) RENAME TO moved")
            try await harness.wait(for: "the reconciler") {
                try await harness.service.branch(name).status == .failed
            }
            #expect(try await harness.service.branch(name).login?.role == login)
            let password = try #require(connection.password)
            #expect(
                try await cluster.psql("SELECT a FROM t", database: "moved", user: login, password: password) == "1")
            try await harness.service.delete(name, force: false)
            #expect(try await cluster.psql("SELECT rolcanlogin FROM pg_roles WHERE rolname = '\(login)'") == "f")
            try await cluster.dropDatabase("moved")
            try await harness.wait(for: "the reconciler") { try await harness.logins() == [] }
        }
    }

    @Test func `no log of PostgreSQL has its password, whatever is logged`() async throws {
        try await LoginScene.run(prepare: { cluster in
            for setting in ["log_statement = 'all'", "log_min_duration_statement = 0", "log_parameter_max_length = -1"]
            {
                try await cluster.psql("ALTER SYSTEM SET \(setting)")
            }
            try await cluster.psql("SELECT pg_reload_conf()")
        }) { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            let password = try #require(try await harness.service.connection(to: name).password).reveal()
            #expect(password.wholeMatch(of: /[0-9a-f]{48}/) != nil)
            let log = try harness.cluster.log()
            #expect(log.contains("CREATE ROLE") && log.contains("SCRAM-SHA-256") && !log.contains(password))
            let record = String(decoding: try await harness.service.branch(name).json(), as: UTF8.self)
            #expect(record.contains(#""login":{"#) && !record.contains(password))
        }
    }

    @Test func `a superuser's event trigger keeps its function, and the login is no superuser`() async throws {
        try await LoginScene.run(
            source: [
                "CREATE FUNCTION seen() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
                "CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION seen()", "CREATE TABLE t (a integer)",
                "INSERT INTO t VALUES (1)",
            ], role: .superuser
        ) { harness in
            let (name, child) = (try harness.name(), try harness.name("child"))
            let login = try #require(try await harness.create(BranchRequest(name: name)).login?.role)
            #expect(
                try await harness.cluster.psql(
                    "SELECT proowner::regrole FROM pg_proc WHERE proname = 'seen'", database: name.databaseName)
                    == TestCluster.user)
            #expect(try await harness.cluster.psql("SELECT rolsuper FROM pg_roles WHERE rolname = '\(login)'") == "f")
            try await harness.asLogin(of: name, "ALTER TABLE t ADD b integer")
            #expect(
                try await harness.service.diff(DiffRequest(from: .main, to: .branch(name))).changes.map(\.object)
                    == ["public.t.b"])
            let error = await #expect(throws: BranchError.self) {
                try await harness.create(BranchRequest(name: child, source: .branch(name)))
            }
            #expect(error?.description.contains("event trigger 'watch'") == true)
        }
    }
}
