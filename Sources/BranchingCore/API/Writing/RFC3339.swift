package import FoundationEssentials

/// Dates as the API writes them: RFC 3339 in UTC with milliseconds, such as `2026-01-31T12:00:00.000Z`.
///
/// Uses arithmetic from 1970 to 9999, where it agrees with Foundation's calendar: Foundation's style takes most of the
/// time of a list of branches.
package enum RFC3339 {
    private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    /// The first moment of the year 10000.
    private static let end = 253_402_300_800.0

    /// Reads an instant, with or without a fraction of a second; nil if it is none.
    package static func date(_ text: String) -> Date? {
        (try? style.parse(text)) ?? (try? Date.ISO8601FormatStyle().parse(text))
    }

    /// Writes an instant.
    package static func text(_ date: Date) -> String {
        var bytes: [UInt8] = []
        append(date, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ date: Date, to bytes: inout [UInt8]) {
        let time = date.timeIntervalSince1970
        guard time >= 0, time < end else { return bytes.append(contentsOf: date.formatted(style).utf8) }
        let seconds = Int(time)
        let milliseconds = Int((time - Double(seconds)) * 1000)
        let (year, month, day) = civil(day: seconds / 86_400)
        let clock = seconds % 86_400
        append(year, from: 1000, "-", to: &bytes)
        append(month, from: 10, "-", to: &bytes)
        append(day, from: 10, "T", to: &bytes)
        append(clock / 3600, from: 10, ":", to: &bytes)
        append(clock / 60 % 60, from: 10, ":", to: &bytes)
        append(clock % 60, from: 10, ".", to: &bytes)
        append(milliseconds, from: 100, "Z", to: &bytes)
    }

    /// Writes the digits of a number from the given place value on, and then the mark.
    private static func append(_ number: Int, from highest: Int, _ mark: Unicode.Scalar, to bytes: inout [UInt8]) {
        var value = highest
        while value > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / value % 10))
            value /= 10
        }
        bytes.append(UInt8(ascii: mark))
    }

    /// The date of a day since 1970, in the calendar of Gregory, whose cycle is 400 years.
    private static func civil(day: Int) -> (year: Int, month: Int, day: Int) {
        // Counted from 1 March of the year 0, so that the leap day is the last of its year.
        let shifted = day + 719_468
        let (cycle, dayOfCycle) = shifted.quotientAndRemainder(dividingBy: 146_097)
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let month = (5 * dayOfYear + 2) / 153
        return (
            cycle * 400 + yearOfCycle + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9,
            dayOfYear - (153 * month + 2) / 5 + 1
        )
    }
}
