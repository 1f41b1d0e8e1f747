import MigrationPlanner
import SchemaModel

extension Alteration {
    /// The texts of its statements; nil if the object is rebuilt.
    var sql: [String]? {
        switch self {
        case .inPlace(let statements), .disturbing(let statements): statements.map(\.sql)
        case .rebuild: nil
        }
    }
}

extension MigrationContext {
    /// One between two equal schemas.
    static func still(
        version: Int = 180_000, objects: [any SchemaObject] = [], dependencies: [ObjectID: Set<ObjectID>] = [:]
    ) -> MigrationContext {
        let schema = DatabaseSchema(
            serverVersion: version, currentUser: "", objects: objects, dependencies: dependencies)
        return MigrationContext(from: schema, to: schema)
    }
}
