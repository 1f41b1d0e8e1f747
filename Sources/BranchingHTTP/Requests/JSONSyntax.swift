import FoundationEssentials

/// Checks a JSON text strictly against RFC 8259, which decoders are laxer than: it is UTF-8, nothing follows the last
/// element, and no object has a member twice (programs take the first or the last, so two of them may disagree).
struct JSONSyntax {
    /// The deepest nesting of values; the API's bodies have three levels.
    private static let deepest = 32

    private let bytes: [UInt8]
    private var index = 0

    /// Checks a whole text.
    static func check(_ text: Data) throws(Violation) {
        // Every other encoding of JSON has a zero byte among the first two, or a byte order mark.
        guard !text.prefix(2).contains(0), !text.starts(with: [0xEF, 0xBB, 0xBF]), !text.starts(with: [0xFF, 0xFE]),
            !text.starts(with: [0xFE, 0xFF]), String(validating: text, as: UTF8.self) != nil
        else { throw .notUTF8 }
        var syntax = JSONSyntax(bytes: Array(text))
        try syntax.value(depth: 1)
        syntax.skipBlanks()
        guard syntax.next == nil else { throw .malformed }
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
    }

    /// Takes a character if it is next.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func require(_ character: Unicode.Scalar) throws(Violation) {
        guard take(character) else { throw .malformed }
    }

    private mutating func value(depth: Int) throws(Violation) {
        guard depth <= Self.deepest else { throw .tooDeep }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try number()
        }
    }

    private mutating func object(depth: Int) throws(Violation) {
        try require("{")
        skipBlanks()
        if take("}") { return }
        // By bytes: texts that are equal in Unicode are different names.
        var names: Set<[UInt8]> = []
        repeat {
            skipBlanks()
            let name = try string()
            guard names.insert(name).inserted else { throw .duplicateMember(String(decoding: name, as: UTF8.self)) }
            skipBlanks()
            try require(":")
            try value(depth: depth + 1)
            skipBlanks()
        } while take(",")
        try require("}")
    }

    private mutating func array(depth: Int) throws(Violation) {
        try require("[")
        skipBlanks()
        if take("]") { return }
        repeat {
            try value(depth: depth + 1)
            skipBlanks()
        } while take(",")
        try require("]")
    }

    private mutating func word(_ word: StaticString) throws(Violation) {
        let length = word.utf8CodeUnitCount
        let isThere = word.withUTF8Buffer { bytes[index...].prefix(length).elementsEqual($0) }
        guard isThere else { throw .malformed }
        index += length
    }

    private mutating func number() throws(Violation) {
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        guard take("e") || take("E") else { return }
        if !take("+") { _ = take("-") }
        try digits()
    }

    private mutating func digits() throws(Violation) {
        let start = index
        while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
        guard index > start else { throw .malformed }
    }

    /// Takes a string, and returns its meaning: two spellings may be one name.
    private mutating func string() throws(Violation) -> [UInt8] {
        try require("\"")
        var units: [UInt8] = []
        while let byte = next {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return units
            case UInt8(ascii: "\\"): units += String(try escape()).utf8
            case 0x00..<0x20: throw .malformed
            default: units.append(byte)
            }
        }
        throw .malformed
    }

    private mutating func escape() throws(Violation) -> Unicode.Scalar {
        guard let byte = next else { throw .malformed }
        index += 1
        switch Unicode.Scalar(byte) {
        case "\"", "\\", "/": return Unicode.Scalar(byte)
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return try codePoint()
        default: throw .malformed
        }
    }

    /// The code point of a `\u` escape, including the second half of a surrogate pair.
    private mutating func codePoint() throws(Violation) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), take("\\"), take("u") else { throw .malformed }
        let second = try codeUnit()
        guard UTF16.isTrailSurrogate(second) else { throw .malformed }
        let value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
        guard let scalar = Unicode.Scalar(value) else { throw .malformed }
        return scalar
    }

    private mutating func codeUnit() throws(Violation) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw .malformed
            }
            unit = unit << 4 | UInt16(digit)
            index += 1
        }
        return unit
    }
}
