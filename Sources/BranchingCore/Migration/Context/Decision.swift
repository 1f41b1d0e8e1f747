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

    /// Whether the old object goes.
    var removes: Bool {
        switch self {
        case .drop, .rebuild: true
        case .create, .alter: false
        }
    }

    /// Whether a new object comes.
    var creates: Bool {
        switch self {
        case .create, .rebuild: true
        case .drop, .alter: false
        }
    }
}
