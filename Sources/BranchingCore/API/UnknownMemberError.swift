/// A JSON object has unknown members.
public struct UnknownMemberError: Error, Sendable, Hashable {
    /// The unknown members, sorted.
    public let members: [String]
    /// The known members, sorted.
    public let allowed: [String]

    /// Refuses members that no key names.
    static func check<Key: CodingKey & CaseIterable>(_ decoder: any Decoder, against keys: Key.Type) throws {
        let allowed = Set(keys.allCases.map(\.stringValue))
        let present = try decoder.container(keyedBy: AnyMember.self).allKeys.map(\.stringValue)
        let unknown = present.filter { !allowed.contains($0) }
        guard unknown.isEmpty else {
            throw UnknownMemberError(members: unknown.sorted(), allowed: allowed.sorted())
        }
    }

    private struct AnyMember: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension UnknownMemberError: CustomStringConvertible {
    /// Which members are unknown, and which are known.
    public var description: String {
        "Unknown: \(members.map { "'\($0)'" }.joined(separator: ", ")). Known are \(allowed.joined(separator: ", "))."
    }
}
