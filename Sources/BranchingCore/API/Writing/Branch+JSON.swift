import FoundationEssentials

extension Branch {
    /// The record in JSON, the same as ``APICoder`` writes, in a tenth of the time.
    public func json() throws -> [UInt8] {
        var writer = JSONObjectWriter()
        try write(to: &writer)
        return writer.bytes
    }

    /// Writes the members by the order of their names.
    func write(to writer: inout JSONObjectWriter) throws {
        writer.begin()
        writer.member("branch_database", branchDatabase)
        writer.member("created_at", createdAt)
        writer.member("error_code", errorCode?.rawValue)
        writer.member("error_message", errorMessage)
        writer.member("id", id.rawValue)
        if let login { writer.member("login", json: try login.json()) }
        writer.member("name", name.rawValue)
        writer.member("owner", owner)
        // Few records have one: only those being created.
        if let progress { writer.member("progress", json: try APICoder.encoder().encode(progress)) }
        writer.member("size_bytes", sizeBytes)
        writer.member("source_database", sourceDatabase)
        writer.member("status", status.rawValue)
        writer.member("strategy", strategy?.rawValue)
        writer.member("strategy_reason", strategyReason)
        writer.member("updated_at", updatedAt)
        writer.end()
    }
}

extension BranchLogin {
    /// The login in JSON. Few can read anything elsewhere.
    fileprivate func json() throws -> [UInt8] {
        var writer = JSONObjectWriter()
        writer.begin()
        if connectsToSource { writer.member("connects_to_source", json: "true".utf8) }
        if !readsElsewhere.isEmpty {
            writer.member("reads_elsewhere", json: try APICoder.encoder().encode(readsElsewhere))
        }
        writer.member("role", role)
        writer.end()
        return writer.bytes
    }
}

extension BranchList {
    /// The list in JSON, the same as ``APICoder`` writes, in a tenth of the time.
    public func json() throws -> [UInt8] {
        var writer = JSONObjectWriter()
        // A record has about 350 bytes; one with more costs a copy.
        writer.reserve(branches.count * 384 + 32)
        writer.raw(#"{"branches":["#.utf8)
        for (index, branch) in branches.enumerated() {
            if index > 0 { writer.raw(",".utf8) }
            try branch.write(to: &writer)
        }
        writer.raw("]}".utf8)
        return writer.bytes
    }
}
