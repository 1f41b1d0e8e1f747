/// What is to change in a key; nil leaves it as it is.
public struct KeyChange: Sendable, Hashable {
    /// Its new name.
    public var name: String?
    /// Its new limits, all of them.
    public var limits: KeyLimits?

    /// Makes a change.
    public init(name: String? = nil, limits: KeyLimits? = nil) {
        self.name = name
        self.limits = limits
    }

    /// Checks what can be checked without the other keys.
    ///
    /// - Throws: ``AccessError/invalidRequest(_:)``.
    public func validate() throws(AccessError) {
        if let name { try KeyRequest.check(name: name) }
        if let limits { try KeyRequest.check(limits) }
    }
}
