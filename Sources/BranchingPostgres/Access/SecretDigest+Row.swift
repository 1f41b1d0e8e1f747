import BranchingCore

extension SecretDigest {
    /// Reads a digest from a column that `encode(…, 'hex')` wrote.
    init(_ row: PostgresRow, _ column: String) throws {
        let digits = Array(try row.value(column, as: String.self).utf8)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap { index in
            UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16)
        }
        guard bytes.count * 2 == digits.count else {
            throw PostgresError(message: "The column '\(column)' is no digest.")
        }
        self.init(bytes: bytes)
    }
}
