import ArgumentParser
import BranchingCore

extension ByteCount {
    /// Parses bytes with an optional unit: `500k`, `20M`, `1G`, each 1024 times the one before.
    static func argument(_ text: String) throws -> Int64 {
        let units: [Character: Int64] = ["k": 1 << 10, "m": 1 << 20, "g": 1 << 30]
        let unit = text.last.flatMap { units[Character($0.lowercased())] }
        let digits = unit == nil ? text[...] : text.dropLast()
        guard let number = Int64(digits), number > 0 else { throw invalid(text) }
        let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: unit ?? 1)
        guard !isTooLarge else { throw invalid(text) }
        return bytes
    }

    private static func invalid(_ text: String) -> ValidationError {
        ValidationError("'\(text)' is not a number of bytes: write one such as 500k, 20M or 1G.")
    }
}
