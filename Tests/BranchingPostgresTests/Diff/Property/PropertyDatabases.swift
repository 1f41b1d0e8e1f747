import DumpText
import MigrationPlanner
import SQLText
import SchemaCatalog
import SchemaComparison
import TestSupport

@testable import BranchingPostgres

/// Two databases in which pairs are tried, many at a time, each in its own schema.
struct PropertyDatabases {
    let cluster: TestCluster
    let names: [String]
    let first: PostgresConnection
    let second: PostgresConnection

    static func make(in cluster: TestCluster) async throws -> PropertyDatabases {
        let names = [try await cluster.createDatabase(), try await cluster.createDatabase()]
        return PropertyDatabases(
            cluster: cluster, names: names, first: try await cluster.session(on: names[0]),
            second: try await cluster.session(on: names[1]))
    }

    func remove() async throws {
        await first.close()
        await second.close()
        for name in names { try await cluster.dropDatabase(name) }
    }

    /// Tries pairs together, and removes what is left of them.
    ///
    /// - Returns: Why they failed; nil if they passed.
    func failure(of pairs: [SchemaPair], comparingDumps: Bool = false) async throws -> PropertyFailure? {
        var failure: PropertyFailure?
        do {
            failure = try await attempt(pairs, comparingDumps: comparingDumps)
        } catch let error as PostgresError {
            failure = PropertyFailure(what: .loading, why: "\(error)")
        }
        let schemas = pairs.map { SQLIdentifier.name($0.schema) }.joined(separator: ", ")
        for connection in [first, second] {
            try await connection.run { handle in
                try handle.script("SET client_min_messages = error; DROP SCHEMA IF EXISTS \(schemas) CASCADE")
            }
        }
        return failure
    }

    private func attempt(_ pairs: [SchemaPair], comparingDumps: Bool) async throws -> PropertyFailure? {
        async let one: Void = Self.load(pairs.map(\.firstSQL), on: first)
        async let other: Void = Self.load(pairs.map(\.secondSQL), on: second)
        _ = try await (one, other)
        async let old = CatalogReader().read(first)
        async let new = CatalogReader().read(second)
        let wanted = try await new
        let diff = SchemaDiff(from: try await old, to: wanted)
        if let failure = try await MigrationRehearsal(migration: diff.migration).run(on: first) {
            try await first.query("ROLLBACK")
            return PropertyFailure(what: .migrating, why: failure, migration: diff.migration.sql)
        }
        let left = SchemaDiff(from: try await CatalogReader().read(first), to: wanted)
        if !left.isEmpty {
            return PropertyFailure(
                what: .converging, why: "Still to do: " + left.migration.sql, migration: diff.migration.sql)
        }
        guard comparingDumps else { return nil }
        let migrated = NormalizedDump(try await cluster.schemaDump(of: names[0]))
        let goal = NormalizedDump(try await cluster.schemaDump(of: names[1]))
        if migrated == goal { return nil }
        // They list their columns in the table's order.
        let isOrder = { (statement: String) in statement.hasPrefix("CREATE STATISTICS") }
        if (goal.subtracting(migrated) + migrated.subtracting(goal)).allSatisfy(isOrder) { return nil }
        let missing = goal.subtracting(migrated).joined(separator: "\n")
        let extra = migrated.subtracting(goal).joined(separator: "\n")
        return PropertyFailure(
            what: .dumping, why: "Missing:\n\(missing)\nToo much:\n\(extra)", migration: diff.migration.sql)
    }

    private static func load(_ scripts: [String], on connection: PostgresConnection) async throws {
        try await connection.run { handle in
            try handle.script("SET search_path = ''; SET client_min_messages = error")
            for script in scripts { try handle.script(script) }
        }
    }
}
