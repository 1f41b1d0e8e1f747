import AybConfiguration
import Glibc

extension LocalServer {
    /// Stops the server and waits until it is gone.
    ///
    /// Only a process that holds the process file's lock is signalled: an id alone may belong to another process by
    /// now.
    ///
    /// - Returns: Whether it ran.
    func stop(console: Console) throws -> Bool {
        guard let id = try processID() else { return false }
        guard kill(id, SIGTERM) == 0 || errno == ESRCH else { throw SystemFailure("stop the process \(id)") }
        let limit = Double(configuration.server.shutdownTimeout + 10)
        let deadline = Deadline(seconds: limit)
        let line = ProgressLine(console)
        defer { line.clear() }
        while try ServerProcessFile.isHeld(at: home.processFile) {
            try Interrupt.check()
            guard !deadline.hasPassed else {
                throw ClientError(
                    .timeout, "ayb-server (process \(id)) is still there after \(Int(limit)) s. See \(home.log).")
            }
            line.show("stopping ayb-server")
            Interrupt.pause(milliseconds: 20)
        }
        return true
    }
}
