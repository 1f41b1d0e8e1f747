/// How one definition of an object becomes another.
package enum Alteration: Sendable, Hashable {
    /// By statements that leave everything that depends on it as it is. None: nothing to do.
    case inPlace([Statement])
    /// By statements that PostgreSQL refuses while certain objects depend on it: those are removed first and made again
    /// afterwards.
    case disturbing([Statement])
    /// By removing it and making it again.
    case rebuild
}
