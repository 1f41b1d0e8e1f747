import BranchingCore
import FoundationEssentials
import Hummingbird

/// Reads query parameters strictly. Errors never repeat values.
struct QueryParameters {
    private let values: [Substring: [Substring]]

    init(_ request: Request) {
        values = Dictionary(grouping: request.uri.queryParameters, by: \.key).mapValues { $0.map(\.value) }
    }

    /// Refuses parameters that the route does not know, and duplicates.
    static func check(_ request: Request, allowed: Set<String>) throws(BranchError) {
        for (name, values) in QueryParameters(request).values.sorted(by: { $0.key < $1.key }) {
            guard allowed.contains(String(name)) else {
                let known =
                    allowed.isEmpty ? "There are none here" : "Known is '\(allowed.sorted().joined(separator: "', '"))'"
                throw .invalidRequest("The query parameter '\(name.prefix(64))' is not known. \(known).")
            }
            guard values.count == 1 else { throw .invalidRequest("The query parameter '\(name)' is given twice.") }
        }
    }

    /// A parameter that is `true` or `false`; false if absent.
    func boolean(_ name: Substring) throws(BranchError) -> Bool {
        switch values[name]?.first {
        case nil, "false": return false
        case "true": return true
        default: throw .invalidRequest("The query parameter '\(name)' must be 'true' or 'false'.")
        }
    }

    /// A parameter as it is; nil where it is absent.
    func text(_ name: Substring) -> String? {
        values[name]?.first.map(String.init)
    }

    /// A parameter that is a number; nil where it is absent.
    func number(_ name: Substring, in range: ClosedRange<Int>) throws(BranchError) -> Int? {
        guard let text = values[name]?.first else { return nil }
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text), range.contains(number) else {
            throw .invalidRequest(
                "The query parameter '\(name)' must be a number, at least \(range.lowerBound)\(range.upperBound == .max ? "" : " and at most \(range.upperBound)")."
            )
        }
        return number
    }

    /// A parameter that is an instant (RFC 3339); nil where it is absent.
    func instant(_ name: Substring) throws(BranchError) -> Date? {
        guard let text = values[name]?.first else { return nil }
        guard let date = RFC3339.date(String(text)) else {
            throw .invalidRequest("The query parameter '\(name)' must be a time such as 2026-01-31T12:00:00Z.")
        }
        return date
    }

    /// All parameters as a query again, with one of them replaced.
    func query(replacing name: Substring, with value: String) -> String {
        var all = values.compactMapValues { $0.first.map(String.init) }
        all[name] = value
        return all.sorted { $0.key < $1.key }
            .map { "\(PercentEncoding.text(String($0.key)))=\(PercentEncoding.text($0.value))" }.joined(separator: "&")
    }

    /// A parameter that is one of an enumeration's values; nil if absent.
    func oneOf<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type, _ name: Substring
    ) throws(BranchError) -> Value? where Value.RawValue == String {
        guard let text = values[name]?.first else { return nil }
        guard let value = Value(rawValue: String(text)) else {
            let allowed = Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            throw .invalidRequest("The query parameter '\(name)' must be one of \(allowed).")
        }
        return value
    }
}
