import BranchingCore
import DumpText
import Logging

/// Reports what a create would do.
struct ClonePlanner: Sendable {
    let control: PostgresConnection
    let logger: Logger

    func plan(_ request: BranchRequest, source: CloneSource) async throws -> ClonePlan {
        do {
            let facts = try await SourceInspector(control: control, logger: logger).facts(of: source)
            let decision = try StrategyDecision.decide(request, facts: facts)
            let roles = try await control.run { try TargetRoles.read(on: $0) }
            let bytes = request.schemaOnly ? 0 : facts.sizeBytes ?? 0
            return ClonePlan(
                strategy: decision.strategy, reason: decision.reason, sourceDatabase: facts.database,
                branchDatabase: request.name.databaseName, bytes: bytes,
                estimatedSeconds: Self.seconds(decision.strategy, bytes: bytes, limit: request.maximumRate),
                locks: Self.locks(decision.strategy),
                missingExtensions: try await MissingExtensions.of(facts, on: control).names,
                missingRoles: facts.roles.filter { !roles.existing.contains($0) })
        } catch let error as OperationError {
            throw Self.translate(error)
        }
    }

    private static func translate(_ error: OperationError) -> BranchError {
        switch error {
        case .failed(.sourceUnreachable, let message): .sourceUnreachable(message)
        case .failed(_, let message): .invalidRequest(message)
        case .fenced, .interrupted: .unexpected("The plan was interrupted.")
        }
    }

    /// Rates measured on two cores (docs/benchmarks.md); a better machine is faster.
    private static func seconds(_ strategy: CloneStrategy, bytes: Int64, limit: Int64?) -> Double {
        let (start, bytesPerSecond): (Double, Double) =
            switch strategy {
            case .template: (0.2, 600_000_000)
            case .stream: (0.4, 140_000_000)
            case .dump: (0.7, 70_000_000)
            }
        let rate = strategy == .stream ? min(bytesPerSecond, limit.map(Double.init) ?? .infinity) : bytesPerSecond
        return ((start + Double(bytes) / rate) * 10).rounded() / 10
    }

    private static func locks(_ strategy: CloneStrategy) -> [String] {
        switch strategy {
        case .template: ["New sessions on the source wait until the copy is done."]
        case .stream, .dump:
            ["ACCESS SHARE on every table of the source: statements that change a table's definition wait."]
        }
    }
}
