import BranchingCore

extension Alteration {
    /// The texts of its statements; nil where the object is made anew.
    var sql: [String]? {
        switch self {
        case .inPlace(let statements), .disturbing(let statements): statements.map(\.sql)
        case .rebuild: nil
        }
    }
}

extension MigrationContext {
    /// One between two schemas that are the same.
    static func still(
        version: Int = 180_000, objects: [any SchemaObject] = [], dependencies: [ObjectID: Set<ObjectID>] = [:]
    ) -> MigrationContext {
        let schema = DatabaseSchema(
            serverVersion: version, currentUser: "", objects: objects, dependencies: dependencies)
        return MigrationContext(from: schema, to: schema)
    }
}
