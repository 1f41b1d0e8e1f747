/// The statements of a schema dump, in a form in which two dumps of equal schemas are equal: sorted, without comments and
/// settings, and with the columns of a table in the order of their text.
struct NormalizedDump: Sendable, Hashable {
    /// The statements, sorted.
    let statements: [String]

    /// Reads what `pg_dump --schema-only` wrote.
    init(_ dump: String) {
        var lines = Lines()
        for line in dump.split(separator: "\n", omittingEmptySubsequences: false) { lines.take(line) }
        statements = lines.finished.map(Self.normalized).sorted()
    }

    /// What this has and the other has not; a statement that is there twice counts twice.
    func subtracting(_ other: NormalizedDump) -> [String] {
        var left = Dictionary(other.statements.map { ($0, 1) }, uniquingKeysWith: +)
        return statements.filter { statement in
            guard let count = left[statement], count > 0 else { return true }
            left[statement] = count - 1
            return false
        }
    }

    private static func normalized(_ lines: [Substring]) -> String {
        guard let first = lines.first, isTable(first) else { return lines.joined(separator: "\n") }
        let body = lines.dropFirst().map { line in
            let line = line.trimmingPrefix { $0 == " " }
            return line.hasSuffix(",") ? line.dropLast() : line
        }
        return ([first] + body.sorted()).joined(separator: "\n")
    }

    private static func isTable(_ line: Substring) -> Bool {
        ["CREATE TABLE", "CREATE UNLOGGED TABLE", "CREATE FOREIGN TABLE"].contains { line.hasPrefix($0) }
    }
}

extension NormalizedDump {
    /// Puts lines together to statements: one ends with a line that ends in a semicolon, outside a dollar-quoted text.
    private struct Lines {
        private(set) var finished: [[Substring]] = []
        private var current: [Substring] = []
        private var tag: Substring?

        mutating func take(_ line: Substring) {
            if tag == nil, Self.isNoise(line) { return }
            if current.isEmpty { finished.append([]) }
            current.append(line)
            for found in Self.tags(in: line) {
                if tag == nil { tag = found } else if tag == found { tag = nil }
            }
            finished[finished.count - 1] = current
            if tag == nil, line.last(where: { $0 != " " }) == ";" { current = [] }
        }

        private static func isNoise(_ line: Substring) -> Bool {
            line.allSatisfy { $0 == " " }
                || ["--", "SET ", "\\", "SELECT pg_catalog.set_config"].contains { line.hasPrefix($0) }
        }

        /// The dollar quotes of a line, opening and closing ones (manual section 4.1.2.4).
        private static func tags(in line: Substring) -> [Substring] {
            guard line.utf8.contains(UInt8(ascii: "$")) else { return [] }
            var found: [Substring] = []
            var start: Substring.Index?
            for index in line.utf8.indices {
                let byte = line.utf8[index]
                if byte == UInt8(ascii: "$") {
                    if let opened = start {
                        found.append(line[opened...index])
                        start = nil
                    } else {
                        start = index
                    }
                } else if !isTagByte(byte) {
                    start = nil
                }
            }
            return found
        }

        private static func isTagByte(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
