import BranchingCore
import FoundationEssentials

/// What `ayb status` prints: where the server is, and what it says about itself.
struct ServerReport: Displayable {
    /// The address it was reached at.
    let server: String
    /// What it says.
    let status: ServiceStatus

    func details(now: Date) -> [(label: String, value: String)] {
        let sides: [(label: String, value: String?)] = [
            ("Server", server), ("Version", status.version),
            ("PostgreSQL", status.postgresVersion ?? (status.branching.available ? nil : "unreachable")),
            ("Database", status.activeDatabase), ("Branch", status.activeBranch?.rawValue),
            ("Branching", branching),
        ]
        return sides.compactMap { side in side.value.map { (side.label, $0) } }
    }

    private var branching: String {
        let state = status.branching
        let word = state.available ? "available" : state.configured ? "unavailable" : "not configured"
        return word + (state.reason.map { ": " + $0 } ?? "")
    }

    /// The server's members, plus `server`.
    func encode(to encoder: any Encoder) throws {
        try status.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(server, forKey: .server)
    }

    private enum CodingKeys: String, CodingKey {
        case server
    }
}
