import AybConfiguration
import BranchingCore
import Glibc

/// The terminal: data goes to stdout, everything else to stderr.
struct Console: Sendable {
    /// Whether only errors and results are told.
    let quiet: Bool

    /// The terminal as it is before options are read.
    static let standard = Console(quiet: false)

    init(quiet: Bool) {
        self.quiet = quiet
    }

    /// Writes a result to stdout, without anything that a terminal would obey.
    ///
    /// - Throws: ``ClientError`` where it cannot be written, as on a full disk.
    func show(_ text: String) throws(ClientError) { try show(verbatim: VisibleText.paragraph(text)) }

    /// Writes to stdout as it is: our own text, or what a program reads. A reader such as `head` that has gone has had
    /// enough, which is no failure.
    ///
    /// - Throws: ``ClientError`` where it cannot be written, as on a full disk.
    func show(verbatim text: String) throws(ClientError) {
        guard !Self.write(text + "\n", to: STDOUT_FILENO), errno != EPIPE else { return }
        throw ClientError(.failure, "\(SystemFailure("write the result")).")
    }

    /// Writes a message to stderr, whatever `--quiet` says. Much of it may be a server's, a database's or a file's, so
    /// nothing is in it that a terminal would obey.
    func tell(_ text: String) { Self.write(VisibleText.paragraph(text) + "\n", to: STDERR_FILENO) }

    /// Writes what one can do without to stderr.
    func note(_ text: String) {
        if !quiet { tell(text) }
    }

    /// Writes warnings to stderr.
    func warn(_ warnings: [String]) {
        for warning in warnings { note("ayb: warning: " + warning) }
    }

    /// Whether a person watches stderr on a terminal that can erase a line.
    var showsProgress: Bool {
        guard !quiet, isatty(STDERR_FILENO) == 1, let terminal = getenv("TERM") else { return false }
        return String(cString: terminal) != "dumb"
    }

    /// Whether colour is welcome: see no-color.org.
    var showsColor: Bool {
        guard showsProgress else { return false }
        guard let value = getenv("NO_COLOR") else { return true }
        return value.pointee == 0
    }

    /// The width of the terminal on stderr, in columns.
    var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Asks a question that is answered by yes or no; anything but `y` and `yes` is no.
    ///
    /// - Throws: ``ClientError`` where nobody is there to be asked.
    func confirm(_ question: String, otherwise hint: String) throws(ClientError) -> Bool {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
            throw ClientError(.notConfirmed, hint)
        }
        Self.write(VisibleText.escaping(question) + " [y/N] ", to: STDERR_FILENO)
        // Not readLine, which starts over after a signal.
        var answer = [UInt8](repeating: 0, count: 64)
        let count = read(STDIN_FILENO, &answer, answer.count)
        try Interrupt.check()
        let word = String(decoding: answer.prefix(max(0, count)), as: UTF8.self).lowercased()
            .filter { !$0.isWhitespace }
        return word == "y" || word == "yes"
    }

    /// Past the buffers of stdio, so that nothing is left in them when the process is ended.
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
