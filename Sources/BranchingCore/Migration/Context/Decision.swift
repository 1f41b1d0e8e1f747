/// What becomes of one object.
enum Decision: Sendable, Hashable {
    /// It is made.
    case create
    /// It is removed.
    case drop
    /// It is removed and made again.
    case rebuild
    /// It is changed in place.
    ///
    /// - Parameter isDisturbing: Whether what depends on it must be removed first and made again afterwards.
    case alter([Statement], isDisturbing: Bool)
    /// It stays, but lets go of something that is removed or changed, and takes it up again.
    ///
    /// - Parameters:
    ///   - removing: What makes it independent.
    ///   - building: What makes it what it becomes.
    case detach(removing: [Statement], building: [Statement])

    /// Whether the old object goes.
    var removes: Bool {
        switch self {
        case .drop, .rebuild: true
        case .create, .alter, .detach: false
        }
    }

    /// Whether it lets go of what it needed: the object goes, or no longer needs it for a while.
    var letsGo: Bool {
        if case .detach = self { return true }
        return removes
    }

    /// Whether a new object comes.
    var creates: Bool {
        switch self {
        case .create, .rebuild: true
        case .drop, .alter, .detach: false
        }
    }
}
