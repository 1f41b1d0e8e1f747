/// A key that somebody wants.
public struct KeyRequest: Sendable, Hashable {
    /// What people are to call it: 1 to 100 characters.
    public var name: String
    /// What it may do.
    public var role: AccessRole
    /// What it may not do though its role could.
    public var limits: KeyLimits
    /// How long it works, in seconds; nil for always.
    public var lifetimeSeconds: Int?

    /// The default lifetime of a key: 90 days, in seconds.
    public static let standardLifetime = 90 * 86_400
    /// How long a key may work: ten years, in seconds.
    public static let lifetimes = 60...315_360_000

    /// Makes a request.
    public init(
        name: String, role: AccessRole, limits: KeyLimits = KeyLimits(),
        lifetimeSeconds: Int? = KeyRequest.standardLifetime
    ) {
        self.name = name
        self.role = role
        self.limits = limits
        self.lifetimeSeconds = lifetimeSeconds
    }

    /// Checks what can be checked without the other keys.
    ///
    /// - Throws: ``AccessError/invalidRequest(_:)``.
    public func validate() throws(AccessError) {
        try Self.check(name: name)
        try Self.check(limits)
        if let lifetimeSeconds, !Self.lifetimes.contains(lifetimeSeconds) {
            throw .invalidRequest(
                "A key lives between \(Self.lifetimes.lowerBound) and \(Self.lifetimes.upperBound) seconds.")
        }
    }

    /// Checks the name of a key.
    static func check(name: String) throws(AccessError) {
        guard (1...100).contains(name.unicodeScalars.count), name.unicodeScalars.allSatisfy(VisibleText.isVisible),
            name.unicodeScalars.first?.properties.isWhitespace == false,
            name.unicodeScalars.last?.properties.isWhitespace == false
        else {
            throw .invalidRequest(
                "The name of a key has 1 to 100 characters, none of them invisible, and no space at its ends.")
        }
    }

    /// Checks the limits of a key.
    static func check(_ limits: KeyLimits) throws(AccessError) {
        if let maxBranches = limits.maxBranches, !(1...1_000_000).contains(maxBranches) {
            throw .invalidRequest("'max_branches' is a number from 1 to 1000000.")
        }
        if let prefix = limits.namePrefix, prefix.isEmpty || (try? BranchName(prefix + "x")) == nil {
            throw .invalidRequest("'name_prefix' is the beginning of a branch name: letters, digits, '-' and '_'.")
        }
        if limits.sources?.isEmpty == true || limits.cidrs?.isEmpty == true {
            throw .invalidRequest("A list of 'sources' or 'cidrs' has at least one entry; leave it out for no limit.")
        }
        if let count = limits.cidrs?.count, count > 64 {
            throw .invalidRequest("'cidrs' has at most 64 entries.")
        }
    }
}
