import BranchingCore

/// Waits until a branch is no longer being created; an interrupt removes it.
struct BranchWait {
    private let session: Session

    /// How long the server may be away before the wait ends, in seconds. The create does not need us.
    private static let patience = 30.0

    init(_ session: Session) {
        self.session = session
    }

    /// The record, once ready.
    ///
    /// - Throws: ``ClientError``: failed, interrupted, timed out, deleted, server gone.
    func settled(_ created: Branch) throws(ClientError) -> Branch {
        let line = ProgressLine(session.console)
        defer { line.clear() }
        var branch = created
        let start = ContinuousClock.now
        var away: Deadline?
        while true {
            switch branch.status {
            case .ready: return branch
            case .failed:
                let reason = branch.errorMessage ?? "no reason was recorded"
                let advice = branch.errorCode.flatMap(ClientError.advice(on:)).map { " " + $0 } ?? ""
                throw ClientError(
                    .failure,
                    "the branch '\(branch.name)' failed: \(reason)\(reason.hasSuffix(".") ? "" : ".")\(advice)"
                        + " Its name is free again after: ayb branch delete \(branch.name)")
            case .creating: break
            }
            line.show(ProgressText.line(branch))
            try check(branch, line)
            // The longer a create takes, the rarer the polls: a late report matters only for a quick one.
            let elapsed = Int(start.duration(to: .now) / .milliseconds(1))
            let pause = min(max(10, elapsed / 50), 250)
            Interrupt.pause(milliseconds: session.api.deadline.milliseconds(atMost: pause))
            try check(branch, line)
            do throws(ClientError) {
                let seen = try session.api.branch(branch.name)
                guard seen.id == created.id else { throw deleted(branch) }
                branch = seen
                away = nil
            } catch {
                try judge(error, branch, line, away: &away)
            }
        }
    }

    /// Ends the wait for an error that will not go away.
    private func judge(
        _ error: ClientError, _ branch: Branch, _ line: ProgressLine, away: inout Deadline?
    ) throws(ClientError) {
        try check(branch, line)
        switch error.status {
        case .notFound: throw deleted(branch)
        case .unavailable, .timeout:
            let deadline = away ?? Deadline(seconds: Self.patience)
            away = deadline
            if deadline.hasPassed { throw error }
        default: throw error
        }
    }

    private func check(_ branch: Branch, _ line: ProgressLine) throws(ClientError) {
        if Interrupt.isPending {
            line.clear()
            session.console.tell("Interrupted: taking the branch '\(branch.name)' back …")
            try takeBack(branch, .interrupted, "interrupted")
        }
        if session.api.deadline.hasPassed {
            if session.isPrivate { try takeBack(branch, .timeout, "timed out") }
            throw ClientError(
                .timeout,
                "the branch '\(branch.name)' is not ready yet. Its creation goes on:"
                    + " see how far it is with 'ayb branch get \(branch.name)'.")
        }
    }

    /// Deletes the unfinished branch, and ends the command.
    private func takeBack(_ branch: Branch, _ status: ExitStatus, _ why: String) throws(ClientError) {
        do {
            try session.api.delete(branch.name, force: false, isInterruptible: false)
        } catch  where error.status != .notFound {
            throw ClientError(
                status,
                "\(why), and the branch '\(branch.name)' could not be deleted: \(error.message)"
                    + " Try: ayb branch delete \(branch.name)")
        } catch {}
        throw ClientError(status, "\(why): the branch '\(branch.name)' was deleted.")
    }

    private func deleted(_ branch: Branch) -> ClientError {
        ClientError(.conflict, "the branch '\(branch.name)' has been deleted.")
    }
}
