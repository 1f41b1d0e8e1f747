import AybConfiguration
import FoundationEssentials
import Glibc

/// A server that this process started.
struct ChildProcess: Sendable {
    /// Its process id.
    let id: Int32

    /// `POSIX_SPAWN_SETSID` of <spawn.h>, which needs `_GNU_SOURCE`.
    private static let newSession: Int16 = 0x80

    /// Starts a program in a new session, so that a Ctrl-C at the terminal reaches only this process, with its output
    /// in a file.
    ///
    /// - Parameters:
    ///   - input: its standard input; nil for none.
    ///   - output: its stdout.
    ///   - errors: its stderr; nil for the same as stdout.
    static func spawn(
        _ program: String, arguments: [String], environment: [String: String], input: Int32? = nil, output: Int32,
        errors: Int32? = nil
    ) throws(SystemFailure) -> ChildProcess {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors ?? output, 2)
        closeInheritedDescriptorsOnExec()
        // The program would inherit that SIGPIPE is ignored here.
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        // Nor should it start with signals blocked, if this process did.
        var unblocked = sigset_t()
        sigemptyset(&unblocked)
        posix_spawnattr_setsigmask(&attributes, &unblocked)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | newSession)

        var id: pid_t = 0
        let code = CStringArray.with([program] + arguments) { argv in
            CStringArray.with(environment.map { "\($0.key)=\($0.value)" }) { envp in
                posix_spawn(&id, program, &actions, &attributes, argv, envp)
            }
        }
        guard code == 0 else { throw SystemFailure("start \(program)", code: code) }
        return ChildProcess(id: id)
    }

    /// Marks the descriptors inherited from our caller as close-on-exec: a server would keep a script's lock, or a pipe
    /// that somebody reads to its end.
    private static func closeInheritedDescriptorsOnExec() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [] {
            if let descriptor = Int32(name), descriptor > 2 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        }
    }

    /// How it ended: its exit code, or minus the signal's number; nil while it runs. This reaps it, so do not call
    /// again after an answer.
    func ending() -> Int32? {
        var status: Int32 = 0
        guard waitpid(id, &status, WNOHANG) == id else { return nil }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    }

    /// Asks it to end, waits, and kills it if it does not.
    func stop(within seconds: Double) {
        kill(id, SIGTERM)
        let deadline = Deadline(seconds: seconds)
        while !deadline.hasPassed {
            if ending() != nil { return }
            Interrupt.pause(milliseconds: 5)
        }
        kill(id, SIGKILL)
        var status: Int32 = 0
        waitpid(id, &status, 0)
    }
}
