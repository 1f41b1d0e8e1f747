import BranchingCore

/// A one-time code as people see it: `ayb_once_` and a ``RandomToken``, so that nobody takes it for a key.
struct OneTimeCode: Sendable {
    private static let prefix = "ayb_once_"

    let token: RandomToken

    /// A new one.
    static func random() -> OneTimeCode { OneTimeCode(token: .random()) }

    private init(token: RandomToken) { self.token = token }

    /// Reads one.
    init?(_ candidate: String) {
        guard candidate.hasPrefix(Self.prefix), let token = RandomToken(String(candidate.dropFirst(Self.prefix.count)))
        else { return nil }
        self.token = token
    }

    /// The code.
    var text: Secret { Secret(Self.prefix + token.text.reveal()) }
}
