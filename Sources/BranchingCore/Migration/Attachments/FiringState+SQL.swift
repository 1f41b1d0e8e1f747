package import SchemaModel

extension FiringState {
    /// The words that ALTER TABLE and ALTER EVENT TRIGGER have for it; `what` is `TRIGGER`, `RULE` or nothing.
    func words(_ what: String = "") -> String {
        let suffix = what.isEmpty ? "" : " " + what
        return switch self {
        case .origin: "ENABLE" + suffix
        case .disabled: "DISABLE" + suffix
        case .replica: "ENABLE REPLICA" + suffix
        case .always: "ENABLE ALWAYS" + suffix
        }
    }

    /// What changed, for a report.
    func difference(from old: FiringState) -> [String] {
        self == old ? [] : ["state \(old) -> \(self)"]
    }
}

extension FiringState: CustomStringConvertible {
    /// As people read it.
    package var description: String {
        switch self {
        case .origin: "enabled"
        case .disabled: "disabled"
        case .replica: "enabled for replicas"
        case .always: "always enabled"
        }
    }
}
