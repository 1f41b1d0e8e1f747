/// When a trigger or a rule fires (manual: ALTER TABLE, ENABLE TRIGGER).
package enum FiringState: String, Sendable, Hashable {
    /// In sessions that do not replicate: what is usual.
    case origin = "O"
    /// Never.
    case disabled = "D"
    /// In sessions that replicate only.
    case replica = "R"
    /// In all sessions.
    case always = "A"
}
