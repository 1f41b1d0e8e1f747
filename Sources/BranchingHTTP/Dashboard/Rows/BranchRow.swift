import BranchingCore

/// A branch as templates show it.
struct BranchRow {
    let root: String
    let visitor: PageVisitor
    /// Names of keys by id, for those who may know them.
    var keyNames: [String: String] = [:]

    /// All that a template may show.
    func values(_ branch: Branch) -> [String: Any] {
        var values: [String: Any] = flags(branch)
        for (name, text) in texts(branch) { values[name] = text }
        return values
    }

    /// What a template shows as it is.
    func texts(_ branch: Branch) -> [String: String] {
        [
            "id": branch.id.rawValue, "name": branch.name.rawValue, "branchURL": "\(root)/branches/\(branch.name)",
            "compareURL": "\(root)/compare?from=main&to=\(branch.name)", "status": branch.status.rawValue,
            "source": branch.sourceDatabase, "database": branch.branchDatabase,
            "strategy": branch.strategy?.rawValue ?? "", "why": branch.strategyReason ?? "",
            "login": branch.login?.role ?? "",
            "size": branch.sizeBytes.map(ByteCount.text) ?? "", "owner": owner(of: branch),
            "created": PageTime.text(branch.createdAt), "createdAt": RFC3339.text(branch.createdAt),
            "updated": PageTime.text(branch.updatedAt), "updatedAt": RFC3339.text(branch.updatedAt),
            "code": branch.errorCode?.rawValue ?? "", "message": branch.errorMessage ?? "",
            "progress": branch.progress.map(Self.text) ?? "",
            "fraction": branch.progress?.fraction.map { String(($0 * 1000).rounded() / 1000) } ?? "",
        ]
    }

    /// What a template has parts for, and what whoever looks may do.
    func flags(_ branch: Branch) -> [String: Bool] {
        let isMine = visitor.mayChange(branch)
        let isReady = branch.status == .ready
        return offers.merging([
            "isReady": isReady, "isFailed": branch.status == .failed,
            "unsettled": !isReady || branch.progress != nil, "mayConnect": isReady && isMine,
            "mayDelete": isMine && visitor.may(.branchesWrite), "hasProgress": branch.progress != nil,
            "hasLogin": branch.login != nil, "hasFraction": branch.progress?.fraction != nil,
        ]) { $1 }
    }

    /// A row that the page's module fills in: with every part that a branch may have.
    var blank: [String: Any] {
        var values: [String: Any] = offers
        for text in [
            "name", "branchURL", "compareURL", "source", "strategy", "size", "owner", "created", "createdAt", "code",
            "message", "progress",
        ] { values[text] = "" }
        values["status"] = BranchStatus.creating.rawValue
        values["unsettled"] = true
        return values
    }

    /// What rows offer whoever looks at them, if it fits the branch.
    private var offers: [String: Bool] {
        [
            "offersConnect": visitor.may(.branchesConnect), "offersCompare": visitor.may(.diff),
            "offersDelete": visitor.may(.branchesWrite),
        ]
    }

    private func owner(of branch: Branch) -> String {
        guard branch.owner != visitor.principal.owner?.id else { return "you" }
        guard let owner = branch.owner else { return "root" }
        return keyNames[owner] ?? owner
    }

    /// Such as `copying, 300 MB of 755 MB, about 4 s left`.
    static func text(_ progress: BranchProgress) -> String {
        var parts = [progress.phase.rawValue]
        if progress.bytesTotal > 0 {
            parts.append("\(ByteCount.text(progress.bytesDone)) of \(ByteCount.text(progress.bytesTotal))")
        } else if progress.bytesDone > 0 {
            parts.append(ByteCount.text(progress.bytesDone))
        }
        if let seconds = progress.secondsLeft { parts.append(TimeLeft.text(seconds)) }
        return parts.joined(separator: ", ")
    }
}
