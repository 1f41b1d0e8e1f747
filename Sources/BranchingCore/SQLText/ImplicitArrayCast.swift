/// `v IN ('a', 'b')` on a `varchar` column is kept as a comparison with an array that is cast as a whole, and printed
/// as `= ANY ((ARRAY['a'::character varying])::text[])`. Read back, that cast is carried into each element
/// (`transformArrayExpr` in parser/parse_expr.c), so the result never matches what was printed. An array expression
/// with a cast around it is always such an implicit cast, and the operator restores it: here it is left out.
enum ImplicitArrayCast {
    /// The statement without implicit casts of arrays after ANY and ALL.
    static func removed(from sql: String) -> String {
        guard sql.contains("((ARRAY[") else { return sql }
        let bytes = Array(sql.utf8)[...]
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let end = QuotedText.end(in: bytes, at: index) {
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
    private static func cast(_ bytes: ArraySlice<UInt8>, at start: Int) -> (array: Range<Int>, end: Int)? {
        guard begins(bytes, at: start, with: "ANY ((ARRAY[") || begins(bytes, at: start, with: "ALL ((ARRAY[") else {
            return nil
        }
        let array = start + 6
        guard let close = QuotedText.endOfBrackets(in: bytes, from: array + 5), begins(bytes, at: close, with: ")::")
        else {
            return nil
        }
        var index = close + 3
        while index < bytes.count, QuotedText.isTypeByte(bytes[index]) { index += 1 }
        guard begins(bytes, at: index, with: "[])") else { return nil }
        return (array..<close, index + 3)
    }

    private static func begins(_ bytes: ArraySlice<UInt8>, at start: Int, with text: String) -> Bool {
        bytes.dropFirst(start).starts(with: text.utf8)
    }
}
