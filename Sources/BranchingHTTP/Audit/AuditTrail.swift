import BranchingCore
import FoundationEssentials
import Hummingbird
import Logging
import Synchronization

/// Writes down each thing that somebody may have to answer for, whether it was done or refused: a line of the log, and one of
/// the trail in the control database.
///
/// The line of the trail is there before anything is done, as `started`, and gets its result afterwards: what a killed server
/// had begun is on record too.
final class AuditTrail: Sendable {
    /// What it is done to.
    enum Subject {
        case branch(BranchName)
        case databases(from: String, to: String)
        case key(String)
        case session(SessionID)
        /// Not known yet: the body was not read.
        case unknown
    }

    /// How many characters of a database's name are written.
    private static let longestName = 300

    private let store: (any AccessStore)?
    /// Anybody can show a wrong key: they must not fill the disk.
    private let refusedKeys = Mutex(LineBudget(lines: 20, interval: .seconds(60)))

    /// - Parameter store: nil where only the log is written.
    init(store: (any AccessStore)? = nil) {
        self.store = store
    }

    /// Does something and writes down what became of it.
    ///
    /// - Throws: what the change throws; ``AccessError/unavailable(_:)`` before it is done, where it cannot be written down.
    func recording<Value>(
        _ action: AuditAction, _ subject: Subject, context: BranchRequestContext, change: () async throws -> Value
    ) async throws -> Value {
        let line = try await store?.record(entry(action, subject, result: "started", context: context))
        do {
            let value = try await change()
            await write(action, subject, result: "ok", line: line, context: context)
            return value
        } catch {
            let code = ProblemMiddleware.problem(of: error).0.code
            await write(action, subject, result: code.rawValue, line: line, context: context)
            throw error
        }
    }

    /// Writes down that something was refused before it was begun.
    func refused(_ action: AuditAction, _ error: AccessError, context: BranchRequestContext) async {
        let subject = Self.subject(in: context)
        let result = Problem(error).code.rawValue
        log(action, subject, result: result, context: context)
        await record(entry(action, subject, result: result, context: context), context)
    }

    /// Writes down that a wrong key was shown, and how many were since the last such line without one.
    func refusedKey(
        _ failure: AuthenticationFailure, as action: AuditAction = .refusedKey, context: BranchRequestContext,
        at now: ContinuousClock.Instant = .now
    ) async {
        guard let withheld = refusedKeys.withLock({ $0.take(at: now) }) else { return }
        let result = RefusedRequest(failure).problem.code.rawValue
        context.log.notice(
            "Audit",
            metadata: [
                "action": "\(action.rawValue)", "result": "\(result)", "withheld": "\(withheld)",
                "remote": "\(context.remote)",
            ])
        var entry = AuditEntry(
            at: Date(), actor: "unknown", action: action.rawValue,
            subject: withheld == 0 ? nil : "and \(withheld) more before it", result: result,
            requestID: context.requestID, address: context.address)
        switch failure {
        case .ended(let id), .elsewhere(let id): entry.actor = id.rawValue
        case .missing, .wrong, .sessionOver, .tooMany: break
        }
        await record(entry, context)
    }

    /// Adds a line about something that is over; whoever asked gets their answer in any case.
    private func record(_ entry: AuditEntry, _ context: BranchRequestContext) async {
        do { _ = try await store?.record(entry) } catch {
            context.log.warning("the audit trail took no line", metadata: ["reason": "\(error)"])
        }
    }

    private func entry(
        _ action: AuditAction, _ subject: Subject, result: String, context: BranchRequestContext
    ) -> AuditEntry {
        var entry = AuditEntry(
            at: Date(), actor: context.principal?.id ?? "unknown", action: action.rawValue, result: result,
            requestID: context.requestID, address: context.address)
        entry.session = context.session?.id.rawValue
        if case .key(_, let name)? = context.principal?.identity { entry.actorName = name }
        switch subject {
        case .branch(let name): entry.branch = name.rawValue
        case .databases(let from, let to):
            entry.subject = "\(from.prefix(Self.longestName)) → \(to.prefix(Self.longestName))"
        case .key(let id): entry.subject = id
        case .session(let id): entry.subject = id.rawValue
        case .unknown: break
        }
        return entry
    }

    /// What the path names.
    private static func subject(in context: BranchRequestContext) -> Subject {
        if let name = try? context.branchName() { return .branch(name) }
        return context.parameters.get("id").map { .key(String($0.prefix(longestName))) } ?? .unknown
    }

    private func write(
        _ action: AuditAction, _ subject: Subject, result: String, line: Int64?, context: BranchRequestContext
    ) async {
        log(action, subject, result: result, context: context)
        guard let store, let line else { return }
        do { try await store.conclude(line, result: result) } catch {
            context.log.warning("the audit trail took no result", metadata: ["line": "\(line)", "reason": "\(error)"])
        }
    }

    private func log(_ action: AuditAction, _ subject: Subject, result: String, context: BranchRequestContext) {
        var metadata: Logger.Metadata = [
            "action": "\(action.rawValue)", "result": "\(result)", "key": "\(context.principal?.id ?? "unknown")",
            "remote": "\(context.remote)",
        ]
        if let session = context.session { metadata["session"] = "\(session.id)" }
        switch subject {
        case .branch(let name): metadata["branch"] = "\(name)"
        case .databases(let from, let to):
            metadata["from"] = "\(from.prefix(Self.longestName))"
            metadata["to"] = "\(to.prefix(Self.longestName))"
        case .key(let id): metadata["subject"] = "\(id)"
        case .session(let id): metadata["subject"] = "\(id)"
        case .unknown: break
        }
        context.log.notice("Audit", metadata: metadata)
    }
}
