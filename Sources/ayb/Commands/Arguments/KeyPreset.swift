import ArgumentParser
import BranchingCore

/// A role and limits that go together.
enum KeyPreset: String, ExpressibleByArgument, CaseIterable {
    /// For a program that writes code: some branches of its own, of nothing but the server's databases.
    case agent

    var role: AccessRole {
        switch self {
        case .agent: .developer
        }
    }

    /// The limits of a key with that name.
    func limits(name: String) -> KeyLimits {
        switch self {
        case .agent: KeyLimits(namePrefix: Self.prefix(name), maxBranches: 5, sources: [.main, .branches])
        }
    }

    /// The name and a hyphen; nil if no branch can be called so.
    private static func prefix(_ name: String) -> String? {
        (try? BranchName(name + "-a")) == nil ? nil : name + "-"
    }
}
