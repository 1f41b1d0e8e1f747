public import FoundationEssentials

/// What is known of a browser that is signed in. Its cookie is not kept, only a digest of it.
public struct BrowserSession: Sendable, Hashable {
    /// Its identity.
    public var id: SessionID
    /// The key that signed in; nil for the root.
    public var keyID: KeyID?
    /// What people call the key.
    public var keyName: String?
    /// What the key may do now.
    public var role: AccessRole
    /// When the browser signed in.
    public var createdAt: Date
    /// When the browser was last seen, to the minute.
    public var lastSeenAt: Date
    /// When the session ends, whatever happens.
    public var expiresAt: Date
    /// From which address the browser signed in; nil for a Unix socket.
    public var address: String?
    /// What the browser calls itself, cut to 200 characters.
    public var userAgent: String?

    /// After how many seconds without a request a session ends: 30 minutes.
    public static let idleLimit: TimeInterval = 1800
    /// How many seconds a session lives at most: 12 hours.
    public static let longestLife: TimeInterval = 43_200
    /// How many sessions one key has at once; a further one ends the one that was not seen for the longest time.
    public static let limitPerKey = 20
    /// How many characters of the browser's name are kept.
    public static let longestUserAgent = 200

    /// Makes a record. The browser's name is cut, and loses what is invisible.
    public init(
        id: SessionID, keyID: KeyID?, keyName: String? = nil, role: AccessRole, createdAt: Date,
        lastSeenAt: Date? = nil, expiresAt: Date? = nil, address: String? = nil, userAgent: String? = nil
    ) {
        self.id = id
        self.keyID = keyID
        self.keyName = keyName
        self.role = role
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt ?? createdAt
        self.expiresAt = expiresAt ?? createdAt + Self.longestLife
        self.address = address
        self.userAgent = userAgent.map { text in
            var visible = String.UnicodeScalarView()
            visible.append(
                contentsOf: text.unicodeScalars.lazy.filter(VisibleText.isVisible).prefix(Self.longestUserAgent))
            return String(visible)
        }
    }

    /// Whether it holds at that time.
    public func isAlive(at now: Date) -> Bool {
        now < expiresAt && now < lastSeenAt + Self.idleLimit
    }
}

extension BrowserSession: Codable {
    private enum CodingKeys: String, CodingKey {
        case id
        case keyID = "key_id"
        case keyName = "key_name"
        case role
        case createdAt = "created_at"
        case lastSeenAt = "last_seen_at"
        case expiresAt = "expires_at"
        case address
        case userAgent = "user_agent"
    }
}
