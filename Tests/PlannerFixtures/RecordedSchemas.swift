package import SchemaModel

/// The schemas of a case's two databases, as a text kept beside it: one object per line, sorted.
package enum RecordedSchemas {
    /// Reads what ``text(from:to:)`` wrote.
    package static func read(_ text: String) throws -> (from: DatabaseSchema, to: DatabaseSchema) {
        let fields = try Fields(try JSONParser.parse(text))
        let from: RecordedSchema = try fields("from")
        let to: RecordedSchema = try fields("to")
        return (from.schema, to.schema)
    }

    /// Both schemas as JSON. The same schemas give the same text.
    package static func text(from: DatabaseSchema, to: DatabaseSchema) throws -> String {
        "{\"from\": \(try RecordedSchema.text(of: from)),\n\"to\": \(try RecordedSchema.text(of: to))}\n"
    }
}

/// The schema of one database.
private struct RecordedSchema: RecordedFields {
    let schema: DatabaseSchema

    init(_ fields: Fields) throws {
        let objects: [RecordedObject] = try fields("objects")
        let facets: [Entry<ObjectFacets>] = try fields("facets")
        let changedPrivileges: [Entry<ChangedPrivileges>] = try fields("changedPrivileges")
        let dependencies: [Entry<Set<ObjectID>>] = try fields("dependencies")
        schema = DatabaseSchema(
            serverVersion: try fields("serverVersion"), currentUser: try fields("currentUser"),
            objects: objects.map(\.object), facets: Entry.dictionary(facets),
            changedPrivileges: Entry.dictionary(changedPrivileges), dependencies: Entry.dictionary(dependencies))
    }

    static func text(of schema: DatabaseSchema) throws -> String {
        guard schema.unsupported.isEmpty else { throw UnknownRecord("not compared: \(schema.unsupported)") }
        // A minor release does not affect a migration.
        let version = schema.serverVersion / 10_000 * 10_000
        let objects = try schema.objects.sorted { $0.key < $1.key }.map { try RecordedObject.value(of: $0.value) }
        return """
            {"serverVersion": \(version), "currentUser": \(try JSONValue.string(schema.currentUser).line()),
            "objects": \(try list(objects)),
            "facets": \(try list(entries(schema.facets))),
            "changedPrivileges": \(try list(entries(schema.changedPrivileges))),
            "dependencies": \(try list(entries(schema.dependencies)))}
            """
    }

    private static func entries<Value>(_ values: [ObjectID: Value]) throws -> [JSONValue] {
        try values.sorted { $0.key < $1.key }.compactMap { id, value in
            guard let id = try JSONValue(reflecting: id), let value = try JSONValue(reflecting: value) else {
                return nil
            }
            return .object(["id": id, "has": value])
        }
    }

    private static func list(_ values: [JSONValue]) throws -> String {
        "[" + (try values.map { "\n  " + (try $0.line()) }.joined(separator: ",")) + "]"
    }
}

/// What something has.
private struct Entry<Value: Recorded>: RecordedFields {
    let id: ObjectID
    let has: Value

    init(_ fields: Fields) throws {
        id = try fields("id")
        has = try fields("has")
    }

    static func dictionary(_ entries: [Entry]) -> [ObjectID: Value] {
        Dictionary(entries.map { ($0.id, $0.has) }, uniquingKeysWith: { $1 })
    }
}
