/// Finds strings, dollar-quoted strings and quoted names in SQL text (manual section 4.1).
enum QuotedText {
    /// The place after the one that begins here; nil if none does.
    static func end(in bytes: ArraySlice<UInt8>, at start: Int) -> Int? {
        switch bytes[start] {
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            let quote = bytes[start]
            let escapes =
                quote == UInt8(ascii: "'") && start > bytes.startIndex && bytes[start - 1] == UInt8(ascii: "E")
            var index = start + 1
            while index < bytes.endIndex {
                if escapes && bytes[index] == UInt8(ascii: "\\") {
                    index += 2
                } else if bytes[index] == quote {
                    guard index + 1 < bytes.endIndex, bytes[index + 1] == quote else { return index + 1 }
                    index += 2
                } else {
                    index += 1
                }
            }
            return bytes.endIndex
        case UInt8(ascii: "$"): return endOfDollarQuoted(bytes, at: start)
        default: return nil
        }
    }

    /// The place after the bracket that closes the one at `start`; nil if none does.
    static func endOfBrackets(in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        var depth = 0
        var index = start
        while index < bytes.endIndex {
            if let end = end(in: bytes, at: index) {
                index = end
                continue
            }
            switch bytes[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Letters, digits, `_`, `.`, space and double quotes: what names of types are made of.
    static func isTypeByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " "),
            UInt8(ascii: "\""):
            true
        default: byte >= 128
        }
    }

    private static func endOfDollarQuoted(_ bytes: ArraySlice<UInt8>, at start: Int) -> Int? {
        guard let tagEnd = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "$")) else { return nil }
        let tag = bytes[start...tagEnd]
        guard tag.dropFirst().dropLast().allSatisfy({ isTypeByte($0) && $0 != UInt8(ascii: " ") }) else { return nil }
        var index = tagEnd + 1
        while index + tag.count <= bytes.endIndex {
            if bytes[index..<index + tag.count].elementsEqual(tag) { return index + tag.count }
            index += 1
        }
        return bytes.endIndex
    }
}
