import AybConfiguration
import BranchingCore
import Glibc

/// The terminal: data goes to stdout, everything else to stderr.
struct Console: Sendable {
    /// Whether to write only errors and results.
    let quiet: Bool

    /// The terminal before options are read.
    static let standard = Console(quiet: false)

    init(quiet: Bool) {
        self.quiet = quiet
    }

    /// Writes a result to stdout, with terminal escape sequences made visible.
    ///
    /// - Throws: ``ClientError`` if it cannot be written, as on a full disk.
    func show(_ text: String) throws(ClientError) { try show(verbatim: VisibleText.paragraph(text)) }

    /// Writes text unchanged to stdout: our own, or input for a program. A reader such as `head` that has gone has read
    /// enough, which is no failure.
    ///
    /// - Throws: ``ClientError`` if it cannot be written, as on a full disk.
    func show(verbatim text: String) throws(ClientError) {
        guard !Self.write(text + "\n", to: STDOUT_FILENO), errno != EPIPE else { return }
        throw ClientError(.failure, "\(SystemFailure("write the result")).")
    }

    /// Writes a message to stderr, even with `--quiet`. Much of it may come from a server, a database or a file, so
    /// terminal escape sequences are made visible.
    func tell(_ text: String) { Self.write(VisibleText.paragraph(text) + "\n", to: STDERR_FILENO) }

    /// Writes optional text to stderr.
    func note(_ text: String) {
        if !quiet { tell(text) }
    }

    /// Writes warnings to stderr.
    func warn(_ warnings: [String]) {
        for warning in warnings { note("ayb: warning: " + warning) }
    }

    /// Whether stderr is a terminal that can erase a line.
    var showsProgress: Bool {
        guard !quiet, isatty(STDERR_FILENO) == 1, let terminal = getenv("TERM") else { return false }
        return String(cString: terminal) != "dumb"
    }

    /// Whether colour is wanted: see no-color.org.
    var showsColor: Bool {
        guard showsProgress else { return false }
        guard let value = getenv("NO_COLOR") else { return true }
        return value.pointee == 0
    }

    /// The width of stderr's terminal, in columns.
    var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Asks a yes-or-no question; anything but `y` and `yes` is no.
    ///
    /// - Parameter outcome: What a no means, such as `nothing was deleted`.
    /// - Throws: ``ClientError`` if the answer is no, or nobody is there to answer.
    func requireConfirmation(_ question: String, otherwise outcome: String) throws(ClientError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
            throw ClientError(.notConfirmed, "\(outcome): there is no terminal for the question: give --yes.")
        }
        Self.write(VisibleText.escaping(question) + " [y/N] ", to: STDERR_FILENO)
        // Not readLine, which starts over after a signal.
        var answer = [UInt8](repeating: 0, count: 64)
        let count = read(STDIN_FILENO, &answer, answer.count)
        try Interrupt.check()
        let word = String(decoding: answer.prefix(max(0, count)), as: UTF8.self).lowercased()
            .filter { !$0.isWhitespace }
        guard word == "y" || word == "yes" else { throw ClientError(.notConfirmed, "\(outcome).") }
    }

    /// Bypasses stdio's buffers, so that nothing is left in them when the process ends.
    @discardableResult
    static func write(_ text: String, to descriptor: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
