/// The end of what a program wrote to its standard error, in bounded memory.
struct MessageTail: Sendable {
    /// How much is kept, in bytes.
    static let limit = 64 * 1024
    /// How much of it goes into an error, in bytes.
    private static let longestExplanation = 4 * 1024

    private var bytes: [UInt8] = []

    /// Takes more of it.
    mutating func append(_ more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
        // Twice the limit, so that bytes are not moved for each line.
        if bytes.count > 2 * Self.limit { bytes.removeFirst(bytes.count - Self.limit) }
    }

    /// The explanation of a failure: everything from the first error line on, else the last lines.
    var explanation: String {
        let lines = String(decoding: bytes.suffix(Self.limit), as: UTF8.self).split(whereSeparator: \.isNewline)
        let marks = ["ERROR:", "FATAL:", "PANIC:", "error:", "fatal:"]
        let start = lines.firstIndex { line in marks.contains { line.contains($0) } } ?? max(0, lines.count - 10)
        let text = lines[start...].joined(separator: "\n")
        guard text.utf8.count > Self.longestExplanation else { return text }
        return String(decoding: text.utf8.prefix(Self.longestExplanation), as: UTF8.self) + "…"
    }
}
