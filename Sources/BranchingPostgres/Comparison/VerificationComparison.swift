import BranchingCore
import DumpText
import PostgresTools
import SchemaComparison
import SchemaModel

/// Compares the migrated copy with the intended result.
struct VerificationComparison: Sendable {
    /// The logins of the first and the second database.
    let logins: (LoginStandIn?, LoginStandIn?)
    let migrated: DatabaseSchema
    let wanted: DatabaseSchema
    let options: DiffOptions
    let limits: WaitLimits

    /// How many differences are reported, and how long one may be.
    private static let (mostDifferences, longestDifference) = (100, 2000)

    /// The differences, the model's first.
    func differences(
        copy: ToolEndpoint, target: ToolEndpoint, programs: ToolPrograms
    ) async throws -> [String] {
        let ours = SchemaDump(
            endpoint: copy, programs: programs, options: options, schemas: migrated.schemaNames,
            limits: limits, login: logins.0)
        let theirs = SchemaDump(
            endpoint: target, programs: programs, options: options, schemas: wanted.schemaNames,
            limits: limits, login: logins.1)
        async let first = ours.read()
        async let second = theirs.read()
        let dumps = try await (first, second)
        let all =
            modelDifferences
            + dumps.1.subtracting(dumps.0).map { "pg_dump: missing afterwards: " + $0 }
            + dumps.0.subtracting(dumps.1).map { "pg_dump: too much afterwards: " + $0 }
        let shown = all.prefix(Self.mostDifferences).map(Self.shortened)
        return all.count > shown.count ? shown + ["… and \(all.count - shown.count) more"] : shown
    }

    private var modelDifferences: [String] {
        var options = options
        // Renamed objects have their new names by now.
        options.renames = [:]
        return SchemaDiff(from: migrated, to: wanted, options: options).changes.map { change in
            let details = change.details.isEmpty ? "" : ": " + change.details.joined(separator: "; ")
            return "still to \(change.action.rawValue): \(change.kind) \(change.object)\(details)"
        }
    }

    private static func shortened(_ text: String) -> String {
        text.count > longestDifference ? text.prefix(longestDifference) + "…" : text
    }
}

extension DatabaseSchema {
    /// The names of its schemas.
    var schemaNames: Set<String> {
        Set(objects.keys.map { $0.kind == .schema ? $0.name : $0.schema }.filter { !$0.isEmpty })
    }

    var hasSubscriptions: Bool { objects.keys.contains { $0.kind == .subscription } }

    /// The same without its subscriptions.
    var withoutSubscriptions: DatabaseSchema {
        guard hasSubscriptions else { return self }
        return replacing(
            objects: objects.filter { $0.key.kind != .subscription }.map(\.value),
            facets: facets.filter { $0.key.kind != .subscription },
            dependencies: dependencies.filter { $0.key.kind != .subscription })
    }
}
