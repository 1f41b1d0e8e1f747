/// Makes what PostgreSQL prints read back as the original.
///
/// `v IN ('a', 'b')` on a `varchar` column is kept as a comparison with an array that is cast as a whole, and printed
/// as `= ANY ((ARRAY['a'::character varying])::text[])`. Read back, that cast is carried into each element
/// (`transformArrayExpr` in parser/parse_expr.c), so the result never matches what was printed. An array expression
/// with a cast around it is always such an implicit cast, and the operator restores it: here it is left out.
enum ImplicitArrayCast {
    /// The statement without implicit casts of arrays after ANY and ALL. Strings and quoted names stay as they are.
    static func removed(from sql: String) -> String {
        guard sql.contains("((ARRAY[") else { return sql }
        let bytes = Array(sql.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let end = endOfQuoted(bytes, at: index) {
                result += bytes[index..<end]
                index = end
            } else if let cast = cast(bytes, at: index) {
                // `ANY ((ARRAY[…])::t[])` becomes `ANY (ARRAY[…])`; what is inside may hold another.
                let inner = removed(from: String(decoding: bytes[cast.array], as: UTF8.self))
                result += Array("\(String(decoding: bytes[index..<index + 3], as: UTF8.self)) (\(inner))".utf8)
                index = cast.end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The array and the end of `ANY ((ARRAY[…])::type[])`, where that begins here.
    private static func cast(_ bytes: [UInt8], at start: Int) -> (array: Range<Int>, end: Int)? {
        guard begins(bytes, at: start, with: "ANY ((ARRAY[") || begins(bytes, at: start, with: "ALL ((ARRAY[") else {
            return nil
        }
        let array = start + 6
        guard let close = endOfBrackets(bytes, from: array + 5), begins(bytes, at: close, with: ")::") else {
            return nil
        }
        var index = close + 3
        while index < bytes.count, isTypeByte(bytes[index]) { index += 1 }
        guard begins(bytes, at: index, with: "[])") else { return nil }
        return (array..<close, index + 3)
    }

    private static func begins(_ bytes: [UInt8], at start: Int, with text: String) -> Bool {
        bytes.dropFirst(start).starts(with: text.utf8)
    }

    /// Letters, digits, `_`, `.`, space and double quotes: what names of types are made of.
    private static func isTypeByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " "),
            UInt8(ascii: "\""):
            true
        default: byte >= 128
        }
    }

    /// The place after the bracket that closes the one at `start`.
    private static func endOfBrackets(_ bytes: [UInt8], from start: Int) -> Int? {
        var depth = 0
        var index = start
        while index < bytes.count {
            if let end = endOfQuoted(bytes, at: index) {
                index = end
                continue
            }
            if bytes[index] == UInt8(ascii: "[") { depth += 1 }
            if bytes[index] == UInt8(ascii: "]") {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
            index += 1
        }
        return nil
    }

    /// The place after the string, the dollar-quoted string or the quoted name that begins here.
    private static func endOfQuoted(_ bytes: [UInt8], at start: Int) -> Int? {
        switch bytes[start] {
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            let quote = bytes[start]
            let escapes = quote == UInt8(ascii: "'") && start > 0 && bytes[start - 1] == UInt8(ascii: "E")
            var index = start + 1
            while index < bytes.count {
                if escapes && bytes[index] == UInt8(ascii: "\\") {
                    index += 2
                } else if bytes[index] == quote {
                    guard index + 1 < bytes.count, bytes[index + 1] == quote else { return index + 1 }
                    index += 2
                } else {
                    index += 1
                }
            }
            return bytes.count
        case UInt8(ascii: "$"): return endOfDollarQuoted(bytes, at: start)
        default: return nil
        }
    }

    private static func endOfDollarQuoted(_ bytes: [UInt8], at start: Int) -> Int? {
        guard let tagEnd = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "$")) else { return nil }
        let tag = bytes[start...tagEnd]
        guard tag.dropFirst().dropLast().allSatisfy({ isTypeByte($0) && $0 != UInt8(ascii: " ") }) else { return nil }
        var index = tagEnd + 1
        while index + tag.count <= bytes.count {
            if bytes[index..<index + tag.count].elementsEqual(tag) { return index + tag.count }
            index += 1
        }
        return bytes.count
    }
}
