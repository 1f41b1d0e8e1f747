import BranchingCore
import Foundation
import TestSupport
import Testing

/// An ayb.toml that somebody put where we work: the real programs, real files, real listeners.
@Suite(.timeLimit(.minutes(5))) struct WorkingDirectoryTests {
    /// A user of the machine who is neither we nor root.
    private static let attacker: uid_t = 54_321

    /// A database URL at a listener that the attacker watches, with a password waiting for it in ~/.pgpass.
    private static func trap(in sandbox: ClientSandbox, _ listener: ListeningSocket) throws -> String {
        let port = try #require(listener.url.split(separator: ":").last)
        try sandbox.write(".pgpass", "*:*:*:*:the-victims-password\n")
        return
            "[database]\nurl = \"postgresql://app@db.internal:\(port)/app?hostaddr=127.0.0.1&sslmode=disable&connect_timeout=2\"\n"
    }

    @Test(arguments: [0o602, 0o620, 0o600])
    func `a file that another can write sends nobody anywhere`(permissions: Int) async throws {
        guard permissions != 0o600 || geteuid() == 0 else { return }  // Only root can give a file away.
        try await ClientSandbox.run { sandbox in
            let listener = try ListeningSocket()
            let file = try sandbox.write("ayb.toml", try Self.trap(in: sandbox, listener), permissions: permissions)
            if permissions == 0o600 { #expect(chown(file, Self.attacker, Self.attacker) == 0) }
            for arguments in [
                ["branch", "list"], ["branch", "list", "--config", file], ["start"], ["status"], ["stop"],
            ] {
                let outcome = try await sandbox.ayb(arguments)
                #expect(outcome.status == 2, "\(arguments)")
                #expect(outcome.errors.contains("\(file): nothing in this file is used"))
                #expect(outcome.errors.contains(permissions == 0o600 ? "chown -h 0 \(file)" : "chmod go-w \(file)"))
            }
            // Even trust does not help.
            #expect(try await sandbox.ayb("trust").status == 2)
            #expect(!listener.wasCalled)
            #expect(!FileManager.default.fileExists(atPath: sandbox.home + "/admin.key"))
        }
    }

    @Test func `a file that another can replace sends nobody anywhere`() async throws {
        try await ClientSandbox.run { sandbox in
            let listener = try ListeningSocket()
            try sandbox.write("ayb.toml", try Self.trap(in: sandbox, listener))
            #expect(chmod(sandbox.directory, 0o777) == 0)
            let outcome = try await sandbox.ayb("branch", "list")
            #expect(chmod(sandbox.directory, 0o755) == 0)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("chmod go-w \(sandbox.directory)"))
            #expect(!listener.wasCalled)
        }
    }

    @Test func `a file of one's own in a working directory counts after ayb trust`() async throws {
        try await ClientSandbox.run { sandbox in
            let listener = try ListeningSocket()
            let text = try Self.trap(in: sandbox, listener)
            let file = try sandbox.write("ayb.toml", text)
            for arguments in [["branch", "list"], ["start"], ["status"]] {
                let outcome = try await sandbox.ayb(arguments)
                #expect(outcome.status == 2)
                #expect(outcome.errors.contains("\(file), line 2: 'database.url' counts only after"))
                #expect(outcome.errors.contains("ayb trust"))
            }
            #expect(!listener.wasCalled)

            let trusted = try await sandbox.ayb("trust")
            #expect(trusted.status == 0)
            #expect(trusted.errors.contains("database.url"))
            #expect(try await sandbox.ayb("trust", "--list").output.contains("trusted  \(file)"))
            #expect(try await sandbox.ayb("branch", "list", "--timeout", "1").status != 2)
            #expect(listener.wasCalled)

            try sandbox.write("ayb.toml", text + "# changed\n")
            #expect(try await sandbox.ayb("trust", "--list").output.contains("changed  \(file)"))
            #expect(try await sandbox.ayb("branch", "list").status == 2)
            #expect(try await sandbox.ayb("trust", "--revoke").status == 0)
            #expect(try await sandbox.ayb("trust", "--list").output.isEmpty)
            try sandbox.write("ayb.toml", text)
            #expect(try await sandbox.ayb("branch", "list").status == 2)
        }
    }

    @Test func `what a trusted file says also holds for the private server`() async throws {
        let cluster = try await TestCluster.shared()
        let source = try await cluster.createDatabase(["CREATE TABLE t (a int)"])
        let control = TestCluster.uniqueName("control")
        try await ClientSandbox.run { sandbox in
            let url = cluster.url(database: source).reveal()
            try sandbox.write(
                "ayb.toml", "[database]\nurl = '''\(url)'''\n[branching]\ncontrol_database = \"\(control)\"\n")
            #expect(try await sandbox.ayb("trust").status == 0)
            let listed = try await sandbox.ayb("branch", "list", "--output", "json")
            #expect(listed.status == 0, "\(listed.errors)")
        }
        #expect(try await cluster.psql("SELECT count(*) FROM pg_database WHERE datname = '\(control)'") == "1")
        for database in [control, source] { try await cluster.dropDatabase(database) }
    }

    /// A cloned repository: its files are the victim's own.
    @Test(arguments: ["database.bin_dir", "branching.pg_dump_path", "branching.psql_path"])
    func `a program of a cloned repository is not run`(key: String) async throws {
        try await ClientSandbox.run { sandbox in
            let parts = key.split(separator: ".")
            let marker = sandbox.directory + "/was-run"
            let bin = sandbox.directory + "/bin"
            try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: false)
            for program in ["pg_dump", "psql", "postgres", "initdb", "pg_ctl", "pg_config", "pg_restore"] {
                try sandbox.write("bin/\(program)", "#!/bin/sh\ntouch \(marker)\n", permissions: 0o755)
            }
            let file = try sandbox.write(
                "ayb.toml", "[\(parts[0])]\n\(parts[1]) = \"bin\(parts[1] == "bin_dir" ? "" : "/psql")\"\n")
            for arguments in [["branch", "list"], ["branch", "create", "x"], ["start"]] {
                let outcome = try await sandbox.ayb(arguments)
                #expect(outcome.status == 2)
                #expect(outcome.errors.contains("\(file), line 2: '\(key)'"))
            }
            #expect(!FileManager.default.fileExists(atPath: marker))
        }
    }

    @Test func `a token and a port of a cloned repository open nothing`() async throws {
        try await ClientSandbox.run { sandbox in
            try sandbox.write("ayb.toml", "[admin]\ntoken = \"the-attackers-token\"\n[server]\nport = 7651\n")
            let outcome = try await sandbox.ayb("start")
            #expect(outcome.status == 2)
            for word in ["'admin.token'", "'server.port'", "ayb trust"] { #expect(outcome.errors.contains(word)) }
            #expect(sandbox.serverProcess == nil)
        }
    }

    @Test func `no key goes to a URL of a cloned repository`() async throws {
        try await ClientSandbox.run { sandbox in
            let listener = try ListeningSocket()
            let file = try sandbox.write("ayb.toml", "[cli]\nurl = \"\(listener.url)\"\noutput = \"json\"\n")
            let key = ["AYB_API_KEY": "a-key-of-some-length"]
            let outcome = try await sandbox.ayb("branch", "list", environment: key)
            #expect(outcome.status == 4)
            #expect(outcome.errors.contains(file))
            #expect(!listener.wasCalled)
            // Without a key the URL counts, and with trust the key goes along: the test would see a request.
            #expect(try await sandbox.ayb("status", "--timeout", "0.5").status == 8)
            #expect(listener.wasCalled)
            #expect(try await sandbox.ayb("trust").status == 0)
            #expect(try await sandbox.ayb("status", "--timeout", "0.5", environment: key).status == 8)
            #expect(listener.wasCalled)
        }
    }

    @Test(arguments: [
        ["branch", "create", "x", "--from", "postgresql://u:hidden-word@h/d"],
        ["branch", "create", "x", "--dry-run", "--from", "host=h dbname=d password=hidden-word"],
        ["branch", "diff", "postgresql://u:hidden-word@h/d", "postgresql://u@h/e"],
        ["branch", "diff", "postgres://h/d"],
    ])
    func `no connection string goes to a URL of a cloned repository`(arguments: [String]) async throws {
        try await ClientSandbox.run { sandbox in
            let listener = try ListeningSocket()
            let file = try sandbox.write("ayb.toml", "[cli]\nurl = \"\(listener.url)\"\n")
            let outcome = try await sandbox.ayb(arguments + ["--timeout", "0.5"])
            #expect(outcome.status == 4)
            #expect(outcome.errors.contains(file))
            #expect(!outcome.errors.contains("hidden-word"))
            #expect(!listener.wasCalled)
            #expect(try await sandbox.ayb("trust").status == 0)
            #expect(try await sandbox.ayb(arguments + ["--timeout", "0.5"]).status == 8)
            #expect(listener.wasCalled)
        }
    }

    @Test func `a file that is not called ayb.toml is found nowhere and needs no trust`() async throws {
        try await ClientSandbox.run { sandbox in
            try sandbox.write("other.toml", "[cli]\noutput = \"json\"\n")
            let outcome = try await sandbox.ayb("trust", "other.toml")
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("--config"))
            #expect(try await sandbox.ayb("trust").status == 2)
            #expect(try await sandbox.ayb("trust", "--list", "--revoke").status == 2)
        }
    }

    /// The victim is an ordinary user; the file is each other user's in turn.
    @Test(
        .enabled(if: geteuid() == 0, "only root can become another user"),
        arguments: [(0 as uid_t, 7 as Int32), (54_321, 2), (54_322, 7)])
    func `to an ordinary user root's files and their own count, and another's does not`(
        owner: uid_t, status: Int32
    ) async throws {
        try await ClientSandbox.run { sandbox in
            let victim: uid_t = 54_322
            // The build directory may be closed to others.
            let program = sandbox.directory + "/ayb"
            try FileManager.default.copyItem(atPath: ClientProgram.path(), toPath: program)
            let work = sandbox.directory + "/of-the-victim"
            try FileManager.default.createDirectory(atPath: work + "/h", withIntermediateDirectories: true)
            let file = try sandbox.write(
                "of-the-victim/ayb.toml", "[cli]\nurl = \"http://127.0.0.1:1\"\n", permissions: 0o644)
            for path in [work, work + "/h"] { #expect(chown(path, victim, victim) == 0) }
            #expect(chown(file, owner, owner) == 0)
            let outcome = try await ClientProgram.run(
                "/usr/bin/setpriv",
                ["--reuid=\(victim)", "--regid=\(victim)", "--clear-groups", "--", program, "status"], in: work,
                environment: ["PATH": "/usr/bin:/bin", "HOME": work, "AYB_HOME": work + "/h"])
            #expect(outcome.status == status, "\(outcome.errors)")
            #expect(outcome.errors.contains("chown -h \(victim) \(file)") == (status == 2))
        }
    }
}
