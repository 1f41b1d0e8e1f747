import Glibc
import Logging

/// A place where a test kills the server, to see that the next one puts everything right. Off unless it is set.
///
/// `AYB_FAILPOINT=create.copying` kills the process at that place, and `create.copying:150` 150 ms later.
public struct FailPoint: Sendable, Hashable {
    /// The possible places; those of a login are passed only with `branching.logins`.
    public enum Place: String, Sendable, CaseIterable {
        /// The record of a new branch is written.
        case createStarted = "create.started"
        /// The source is about to be looked at.
        case createInspecting = "create.inspecting"
        /// The copy is about to begin.
        case createCopying = "create.copying"
        /// The copy is done.
        case createCopied = "create.copied"
        /// Settings and privileges are about to be carried over.
        case createConfiguring = "create.configuring"
        /// The role of the branch's login is made.
        case createLogin = "create.login"
        /// The login has what it gets, and what it can reach is known.
        case createProved = "create.proved"
        /// The database is about to take its final name.
        case createPublishing = "create.publishing"
        /// The branch is ready.
        case createPublished = "create.published"
        /// The record of a branch to be deleted is written.
        case deleteStarted = "delete.started"
        /// The branch database is about to be dropped.
        case deleteDropping = "delete.dropping"
        /// The branch database is dropped, its record remains.
        case deleteDropped = "delete.dropped"
        /// The record is gone.
        case deleteRemoved = "delete.removed"
    }

    private let place: Place
    private let delay: Duration

    /// Reads a fail-point from its text in the environment.
    ///
    /// - Returns: nil if the text names no place.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard let name = parts.first, let place = Place(rawValue: String(name)) else { return nil }
        self.place = place
        delay = .milliseconds(parts.count == 2 ? Int(parts[1]) ?? 0 : 0)
    }

    /// Called at each place.
    func pass(_ place: Place) {
        guard place == self.place else { return }
        guard delay > .zero else { return Self.die() }
        // Not awaited: it strikes while the work goes on, and ends with the process.
        Task { [delay] in
            try? await Task.sleep(for: delay)
            Self.die()
        }
    }

    private static func die() {
        kill(getpid(), SIGKILL)
    }
}
