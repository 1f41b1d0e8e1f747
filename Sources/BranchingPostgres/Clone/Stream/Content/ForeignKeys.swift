import Logging

/// The foreign keys of a clone, once all rows and all referenced keys are there.
struct ForeignKeys: Sendable {
    let keys: [ForeignKeyStatement]
    let selection: TableSelection
    let logger: Logger

    /// Adds them without checking the rows, and then validates several at once.
    func make(leader: SessionPair, workers: [SessionPair]) async throws {
        // Rows may refer to rows left out on request: such a key stays unvalidated.
        let isDangling = { (key: ForeignKeyStatement) in
            !selection.schemaOnly && selection.excludes(key.referenced.schema, key.referenced.name)
        }
        let dangling = keys.filter(isDangling)
        if !dangling.isEmpty {
            let tables = Set(dangling.map { "\($0.table.schema).\($0.table.name)" }).sorted()
            logger.warning(
                "foreign keys to tables without their rows are not validated", metadata: ["tables": "\(tables)"])
        }
        let work = ParallelStatements(each: keys.filter { $0.unvalidated != nil && !isDangling($0) }.map(\.validation))
        try await leader.onTarget { [keys] target in
            try target.use(encoding: "UTF8")
            for key in keys { try target.script(key.unvalidated ?? key.sql) }
        }
        try await work.run(on: workers)
    }
}
