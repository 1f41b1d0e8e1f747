import FoundationEssentials

/// Writes the members of a JSON object, byte for byte as ``APICoder`` does, if given in the order of their names.
///
/// For records by the hundred: `JSONEncoder` makes a box for every value and sorts the members of every object.
struct JSONObjectWriter {
    private(set) var bytes: [UInt8] = []
    private var isEmpty = true

    /// Makes room for that many more bytes.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    mutating func begin() {
        bytes.append(UInt8(ascii: "{"))
        isEmpty = true
    }

    mutating func end() { bytes.append(UInt8(ascii: "}")) }

    /// Writes a text, which must be JSON, as it is.
    mutating func raw(_ json: some Sequence<UInt8>) { bytes.append(contentsOf: json) }

    mutating func member(_ name: StaticString, _ text: String?) {
        guard var text else { return }
        begin(name)
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { string in
            if string.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
                bytes.append(contentsOf: string)
            } else {
                for byte in string { escape(byte) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func member(_ name: StaticString, _ number: Int64?) {
        guard let number else { return }
        begin(name)
        bytes.append(contentsOf: "\(number)".utf8)
    }

    mutating func member(_ name: StaticString, _ date: Date) {
        begin(name)
        bytes.append(UInt8(ascii: "\""))
        RFC3339.append(date, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func member(_ name: StaticString, json: some Sequence<UInt8>) {
        begin(name)
        raw(json)
    }

    private mutating func begin(_ name: StaticString) {
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// RFC 8259, section 7.
    private mutating func escape(_ byte: UInt8) {
        switch Unicode.Scalar(byte) {
        case "\"": raw(#"\""#.utf8)
        case "\\": raw(#"\\"#.utf8)
        case "\u{8}": raw(#"\b"#.utf8)
        case "\u{C}": raw(#"\f"#.utf8)
        case "\n": raw(#"\n"#.utf8)
        case "\r": raw(#"\r"#.utf8)
        case "\t": raw(#"\t"#.utf8)
        case "\0"..."\u{1F}": raw((byte < 0x10 ? #"\u000"# : #"\u00"#).utf8 + Array(String(byte, radix: 16).utf8))
        default: bytes.append(byte)
        }
    }
}
