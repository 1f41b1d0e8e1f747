import BranchingCore
import Foundation
import TestSupport
import Testing

/// The local server, on its private PostgreSQL.
@Suite(.timeLimit(.minutes(5))) struct LocalServerTests {
    @Test func `start, status and stop`() async throws {
        try await ClientSandbox.run { sandbox in
            let none = try await sandbox.ayb("status")
            #expect(none.status == 7)
            #expect(none.errors.contains("ayb start"))

            let started = try await sandbox.ayb("start")
            #expect(started.status == 0)
            #expect(started.output.contains("available"))
            let process = try #require(sandbox.serverProcess)
            let again = try await sandbox.ayb("start")
            #expect(again.status == 0)
            #expect(again.errors.contains("already running"))
            #expect(sandbox.serverProcess == process)

            let json = try await sandbox.ayb("status", "--output", "json")
            let status = try APICoder.decoder().decode(ServiceStatus.self, from: Data(json.output.utf8))
            #expect(status.branching.available)
            #expect(try await sandbox.ayb("status").output == started.output)

            #expect(try await sandbox.ayb("stop").errors == "ayb-server was stopped.\n")
            try await eventually("the process is gone") { try !ProcessTable.mentioning(sandbox.home).contains(process) }
            let nothing = try await sandbox.ayb("stop")
            #expect(nothing.status == 0)
            #expect(nothing.errors == "No local server is running.\n")
        }
    }

    @Test func `two starts at once start one`() async throws {
        try await ClientSandbox.run { sandbox in
            async let first = sandbox.ayb("start")
            async let second = sandbox.ayb("start")
            let outcomes = try await [first, second]
            #expect(outcomes.map(\.status) == [0, 0])
            #expect(outcomes.count { $0.errors.contains("already running") } == 1)
            #expect(try ProcessTable.mentioning(sandbox.home).count == 1)
        }
    }

    @Test func `a killed server leaves a PostgreSQL that the next start adopts`() async throws {
        try await ClientSandbox.run { sandbox in
            // This command starts the server, and says so.
            let created = try await sandbox.ayb("branch", "create", "kept")
            #expect(created.status == 0)
            #expect(created.errors.contains("No server is running: starting one"))
            let query = "psql -XAtqc \"$SQL\" \"$(\"$AYB\" branch url kept --password)\""
            #expect(
                try await sandbox.shell(query, environment: ["SQL": "CREATE TABLE n AS SELECT 7 AS n"]).status == 0)
            let postmaster = "head -n 1 '\(sandbox.home)/postgres/data/postmaster.pid'"
            let before = try await sandbox.shell(postmaster).output
            let process = try #require(sandbox.serverProcess)
            kill(process, SIGKILL)
            try await eventually("the server is gone") { try ProcessTable.mentioning(sandbox.home).isEmpty }

            #expect(try await sandbox.ayb("status").status == 7)
            #expect(try await sandbox.ayb("start").status == 0)
            #expect(try await sandbox.shell(postmaster).output == before)
            #expect(try await sandbox.shell(query, environment: ["SQL": "SELECT n FROM n"]).output == "7\n")
        }
    }

    @Test func `a server works on the database of a branch, if there is such a branch`() async throws {
        try await ClientSandbox.run { sandbox in
            #expect(try await sandbox.ayb("branch", "create", "active", "--quiet").status == 0)
            #expect(try await sandbox.ayb("stop").status == 0)
            let missing = try await sandbox.ayb("start", "--branch", "missing")
            #expect(missing.status != 0)
            #expect(missing.errors.contains("There is no branch 'missing'"))
            #expect(try ProcessTable.mentioning(sandbox.home).isEmpty)
            let started = try await sandbox.ayb("start", "--branch", "active")
            #expect(started.status == 0)
            #expect(started.output.contains("ayb_branch_active"))
        }
    }

    @Test func `a server keeps nothing open of whoever started it`() async throws {
        try await ClientSandbox.run { sandbox in
            // The lock is a script's; the reader waits until the pipe's last writer is gone.
            let line = """
                exec 9> lock; flock 9; "$AYB" start --quiet > /dev/null; exec 9>&-
                flock --nonblock lock true && echo free
                { "$AYB" stop; "$AYB" start; } 2>&1 8>&1 | cat > /dev/null && echo read
                """
            let outcome = try await sandbox.shell(line)
            #expect(outcome.output == "free\nread\n")
        }
    }

    @Test func `two homes live side by side`() async throws {
        try await ClientSandbox.run { first in
            let mine = try await first.ayb("branch", "create", "mine")
            #expect(mine.status == 0)
            try await ClientSandbox.run { second in
                let yours = try await second.ayb("branch", "create", "yours")
                let stranger = try await first.ayb("branch", "get", "yours")
                #expect([yours.status, stranger.status] == [0, 5])
            }
            // The other one was stopped.
            let kept = try await first.ayb("branch", "get", "mine")
            #expect(kept.status == 0)
        }
    }

    @Test func `on a machine without PostgreSQL the error says what to install`() async throws {
        try await ClientSandbox.run { sandbox in
            let outcome = try await sandbox.ayb("start", environment: ["AYB_DATABASE_BIN_DIR": sandbox.directory])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("apt install postgresql"))
        }
    }

    @Test func `the error about an unusable home says what to do`() async throws {
        try await ClientSandbox.run { sandbox in
            let outcome = try await sandbox.ayb("start", environment: ["AYB_HOME": "/proc/ayb"])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("/proc/ayb"))
            #expect(outcome.errors.contains("AYB_HOME"))
        }
    }
}
