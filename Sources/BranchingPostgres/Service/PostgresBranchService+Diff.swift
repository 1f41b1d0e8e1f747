public import BranchingCore
import Logging

extension PostgresBranchService {
    /// Compares the schemas of two databases. Each is read in one snapshot, on a connection of its own, both at once.
    ///
    /// Two connection strings need no server of ours: no record is read or made for them.
    public func diff(_ request: DiffRequest) async throws(BranchError) -> DiffReport {
        let from = try await operand(request.from)
        let to = try await operand(request.to)
        async let first = from.read(logger: logger)
        async let second = to.read(logger: logger)
        let results = await (first, second)
        let old = try await contents(results.0, of: from)
        let new = try await contents(results.1, of: to)
        let diff = SchemaDiff(from: old.schema, to: new.schema, options: request.options)
        if let reason = refusal(of: diff) { throw .invalidRequest(reason) }
        if request.isStrict, !diff.unsupported.isEmpty { throw .unsupportedObjects(diff.unsupported) }
        var verification: DiffVerification?
        if request.verifies {
            let verifier = DiffVerifier(
                from: from, to: to, old: old, new: new, diff: diff, options: request.options,
                control: from.isElsewhere ? nil : try requireControl(), settings: configuration.cloneSettings,
                logger: logger)
            verification = try await verifier.run()
        }
        logger.info(
            "schemas compared",
            metadata: [
                "from": "\(from.name)", "to": "\(to.name)", "changes": "\(diff.changes.count)",
                "verified": "\(verification.map { "\($0.equal)" } ?? "no")",
            ])
        return DiffReport(from: from.name, to: to.name, diff: diff, verification: verification)
    }

    /// What a source is called where others read it: a connection string without its password.
    public func displayName(of source: BranchSource) async -> String {
        switch source {
        case .main: return "main"
        case .branch(let name): return name.rawValue
        case .database:
            do throws(BranchError) {
                return try await operand(source).name
            } catch {
                return "a connection string that is refused"
            }
        }
    }

    /// Why what was asked for makes no sense with these databases.
    private func refusal(of diff: SchemaDiff) -> String? {
        if !diff.missingSchemas.isEmpty {
            let names = diff.missingSchemas.map { "'\($0)'" }.joined(separator: ", ")
            return "Neither database has a schema \(names). Names are taken as they are, without quotes or patterns."
        }
        guard !diff.refusedRenames.isEmpty else { return nil }
        return
            "Cannot be renamed: \(diff.refusedRenames.joined(separator: ", ")). A rename is old=new, the old name as schema.name, or schema.table.name for what belongs to a table; it has to be in the first database and to mean one object, and the new name must not be taken there."
    }

    /// Understands what is to be compared.
    private func operand(_ source: BranchSource) async throws(BranchError) -> DiffOperand {
        switch source {
        case .main: return DiffOperand(source: source, parameters: try requireControl().server)
        case .branch(let name):
            let record = try await readyRecord(name)
            return DiffOperand(
                source: source, parameters: try requireControl().server.connecting(to: record.branchDatabase),
                databaseOID: record.databaseOID)
        case .database(let text):
            return DiffOperand(source: source, parameters: try untrusted(text), foreign: foreign)
        }
    }

    /// What was read; where a branch was deleted meanwhile, that is the reason to tell.
    private func contents(
        _ result: Result<DiffOperand.Contents, BranchError>, of operand: DiffOperand
    ) async throws(BranchError) -> DiffOperand.Contents {
        if case .failure(.unavailable) = result, case .branch(let name) = operand.source, !Task.isCancelled {
            _ = try await readyRecord(name)
        }
        return try result.get()
    }
}
