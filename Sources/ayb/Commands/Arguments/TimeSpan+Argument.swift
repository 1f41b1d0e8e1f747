import ArgumentParser
import BranchingCore
import FoundationEssentials

/// Spans of time and instants on the command line.
enum TimeSpan {
    /// Parses seconds with a unit: `30m`, `12h`, `90d`.
    static func argument(_ text: String) throws -> Int {
        guard let seconds = seconds(text) else {
            throw ValidationError("'\(text)' is not a span of time: write one such as 30m, 12h or 90d.")
        }
        return seconds
    }

    /// Parses how long a key works: a span, or `never` for one that does not end.
    static func lifetime(_ text: String) throws -> CreateKeyBody.Lifetime {
        text == "never" ? .unlimited : .seconds(try argument(text))
    }

    /// Parses an instant: RFC 3339, or how long ago it was.
    static func instant(_ text: String) throws -> Date {
        if let seconds = seconds(text) { return Date() - TimeInterval(seconds) }
        guard let date = RFC3339.date(text) else {
            throw ValidationError("'\(text)' is not a time: write 2026-01-31T12:00:00Z, or how long ago, such as 2d.")
        }
        return date
    }

    private static func seconds(_ text: String) -> Int? {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Int(text.dropLast()), number >= 0 else {
            return nil
        }
        let (seconds, isTooLarge) = number.multipliedReportingOverflow(by: unit)
        return isTooLarge || seconds > 1_000_000_000 ? nil : seconds
    }
}
