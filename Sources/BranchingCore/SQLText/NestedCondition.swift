/// `n BETWEEN 1 AND 5 AND n <> 3` is kept as one condition within another, and printed as
/// `(((n >= 1) AND (n <= 5)) AND (n <> 3))`. Read back, an AND at the left of an AND becomes a part of it
/// (`makeAndExpr` in parser/gram.y), and so does an OR: the result never matches what was printed. Only BETWEEN, IN and
/// comparisons of rows are kept like that, so they are written again.
enum NestedCondition {
    private enum Word: String { case and = " AND ", or = " OR " }

    /// The statement with the conditions at the left of others written as what they came from.
    static func restored(in sql: String) -> String {
        guard sql.contains("(((") else { return sql }
        return String(decoding: restored(Array(sql.utf8)[...]), as: UTF8.self)
    }

    private static func restored(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if let end = QuotedText.end(in: bytes, at: index) {
                result += bytes[index..<end]
                index = end
            } else if bytes[index] == UInt8(ascii: "("),
                let end = QuotedText.endOfBrackets(in: bytes, from: index)
            {
                let inner = restored(bytes[index + 1..<end - 1])
                result.append(UInt8(ascii: "("))
                result += unnested(inner) ?? inner
                result.append(UInt8(ascii: ")"))
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// What is between two brackets, with its first condition written otherwise; nil if it stays as it is.
    private static func unnested(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.first == UInt8(ascii: "(") else { return nil }
        for word in [Word.and, .or] {
            let operands = split(bytes[...], at: word.rawValue)
            guard operands.count > 1, let first = operands.first.flatMap(content) else { continue }
            let parts = split(first, at: word.rawValue).compactMap(content).compactMap(Comparison.init)
            guard parts.count > 1, parts.count == split(first, at: word.rawValue).count,
                let text = condition(parts, word)
            else { return nil }
            return Array("(\(text))".utf8) + bytes[(operands[0].endIndex)...]
        }
        return nil
    }

    private static func condition(_ parts: [Comparison], _ word: Word) -> String? {
        let operators = parts.map(\.name)
        let isSame = parts.allSatisfy { $0.left == parts[0].left }
        let isPair = parts.count == 2 && isSame
        let equal = word == .and ? "<>" : "="
        if isPair, operators == (word == .and ? [">=", "<="] : ["<", ">"]) {
            return "\(parts[0].left) \(word == .and ? "" : "NOT ")BETWEEN (\(parts[0].right)) AND (\(parts[1].right))"
        }
        if isSame, operators.allSatisfy({ $0 == equal }) {
            let values = parts.map(\.right).joined(separator: ", ")
            return "\(parts[0].left) \(word == .and ? "NOT " : "")IN (\(values))"
        }
        guard operators.allSatisfy({ $0 == (word == .and ? "=" : "<>") }) else { return nil }
        let rows = [parts.map(\.left), parts.map(\.right)].map { "ROW(\($0.joined(separator: ", ")))" }
        return rows.joined(separator: word == .and ? " = " : " <> ")
    }

    /// What is between the brackets, if they are around all of it.
    private static func content(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard bytes.first == UInt8(ascii: "("),
            QuotedText.endOfBrackets(in: bytes, from: bytes.startIndex) == bytes.endIndex
        else { return nil }
        return bytes.dropFirst().dropLast()
    }

    /// The parts between words that are not within brackets.
    fileprivate static func split(_ bytes: ArraySlice<UInt8>, at word: String) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            if let end = QuotedText.end(in: bytes, at: index) {
                index = end
            } else if bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: "["),
                let end = QuotedText.endOfBrackets(in: bytes, from: index)
            {
                index = end
            } else if bytes[index] == UInt8(ascii: " "), bytes[index...].starts(with: word.utf8) {
                parts.append(bytes[start..<index])
                index += word.utf8.count
                start = index
            } else {
                index += 1
            }
        }
        parts.append(bytes[start...])
        return parts
    }

    /// Two values with an operator between them.
    private struct Comparison {
        let left: String
        let name: String
        let right: String

        init?(_ bytes: ArraySlice<UInt8>) {
            for name in [">=", "<=", "<>", "=", "<", ">"] {
                let sides = NestedCondition.split(bytes, at: " \(name) ").map { String(decoding: $0, as: UTF8.self) }
                guard sides.count > 1 else { continue }
                let isList = sides.last.map { $0.hasPrefix("ANY ") || $0.hasPrefix("ALL ") } ?? false
                guard sides.count == 2, !isList else { return nil }
                (left, self.name, right) = (sides[0], name, sides[1])
                return
            }
            return nil
        }
    }
}
