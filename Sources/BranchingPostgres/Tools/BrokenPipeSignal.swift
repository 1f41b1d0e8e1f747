import Glibc

/// Keeps SIGPIPE from ending the process while this thread writes to a pipe.
///
/// For this thread only: how the process handles the signal is up to the program, not a library. libpq does the same
/// (`fe-secure.c`).
package enum BrokenPipeSignal {
    /// Runs the body with the signal held back; writing to a broken pipe then fails with EPIPE.
    package static func held<Result>(during body: () -> Result) -> Result {
        var signals = sigset_t()
        var previous = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        guard pthread_sigmask(SIG_BLOCK, &signals, &previous) == 0 else { return body() }
        defer {
            // Ours is discarded before the signal is let through again; one that was pending before stays.
            if sigismember(&previous, SIGPIPE) == 0 {
                var pending = sigset_t()
                sigpending(&pending)
                var number: CInt = 0
                if sigismember(&pending, SIGPIPE) == 1 { sigwait(&signals, &number) }
            }
            pthread_sigmask(SIG_SETMASK, &previous, nil)
        }
        return body()
    }
}
