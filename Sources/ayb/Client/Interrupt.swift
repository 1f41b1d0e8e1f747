import Glibc
import Synchronization

/// Ctrl-C, SIGTERM and SIGHUP, remembered so that a command can clean up before it ends.
///
/// A signal handler is a C function that captures nothing, so it writes to globals; these are atomics, which are safe
/// in a handler.
enum Interrupt {
    private static let count = Atomic<Int>(0)
    private static let child = Atomic<Int32>(0)

    /// The number behind `SIG_IGN`, which is no real function.
    private static let ignored = 1

    /// Installs the handlers. Without `SA_RESTART` a blocking read or sleep ends early.
    static func install() {
        // Touched here, so that no handler initialises them first.
        _ = (count.load(ordering: .relaxed), child.load(ordering: .relaxed))
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in Interrupt.received() }
        var unblocked = sigset_t()
        sigemptyset(&unblocked)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            // Ignored from the start, as by nohup: it stays ignored.
            var before = sigaction()
            sigaction(number, nil, &before)
            if unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == Self.ignored { continue }
            sigaction(number, &action, nil)
            sigaddset(&unblocked, number)
        }
        // A parent thread with blocked signals passes its mask on.
        pthread_sigmask(SIG_UNBLOCK, &unblocked, nil)
    }

    /// Whether the command should end.
    static var isPending: Bool { count.load(ordering: .relaxed) > 0 }

    /// Ends the command if it should end.
    static func check() throws(ClientError) {
        if isPending { throw .interrupted }
    }

    /// Names a server that a second signal ends together with this process, so that it does not outlive it.
    static func terminateOnSecondSignal(_ process: Int32?) {
        child.store(process ?? 0, ordering: .relaxed)
    }

    /// Sleeps until the time is over or a signal comes.
    static func pause(milliseconds: Int) {
        var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
        nanosleep(&time, nil)
    }

    /// Only what is allowed in a signal handler: atomics, kill(2), _exit(2).
    private static func received() {
        guard count.add(1, ordering: .relaxed).oldValue > 0 else { return }
        let process = child.load(ordering: .relaxed)
        if process > 0 { kill(process, SIGTERM) }
        _exit(ExitStatus.interrupted.rawValue)
    }
}
