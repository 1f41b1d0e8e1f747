/// The body of `POST /api/admin/keys/{id}/rotate`.
public struct RotateKeyBody: Sendable, Hashable {
    /// How long the old secret keeps working, in seconds; a day if absent.
    public var graceSeconds: Int?

    /// How long an old secret keeps working by default: a day, in seconds.
    public static let standardGrace = 86_400
    /// How long an old secret may work, in seconds: up to 30 days.
    public static let graces = 0...2_592_000

    /// Makes a body.
    public init(graceSeconds: Int? = nil) {
        self.graceSeconds = graceSeconds
    }

    /// How long the old secret is to work, in seconds.
    ///
    /// - Throws: ``AccessError/invalidRequest(_:)``.
    public func grace() throws(AccessError) -> Int {
        let seconds = graceSeconds ?? Self.standardGrace
        guard Self.graces.contains(seconds) else {
            throw .invalidRequest("'grace_seconds' is a number from 0 to \(Self.graces.upperBound).")
        }
        return seconds
    }
}

extension RotateKeyBody: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case graceSeconds = "grace_seconds"
    }

    /// Reads the body; unknown members are refused.
    public init(from decoder: any Decoder) throws {
        try UnknownMemberError.check(decoder, against: CodingKeys.self)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        graceSeconds = try container.decodeUnlessAbsent(Int.self, forKey: .graceSeconds)
    }
}
