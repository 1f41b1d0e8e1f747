/// How a migration is written.
public struct MigrationOptions: Sendable, Hashable {
    /// Whether to use the forms that hold locks for a short time only.
    public var isOnline: Bool

    /// Makes options.
    public init(isOnline: Bool = false) {
        self.isOnline = isOnline
    }
}
