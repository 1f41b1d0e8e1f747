package import DiffTerms

/// The schema of one database: every object that a user made, as values.
package struct DatabaseSchema: Sendable {
    /// The version of its server, as `server_version_num`: 150004.
    package let serverVersion: Int
    /// The role that read it, which owns what it makes.
    package let currentUser: String
    /// The objects.
    package private(set) var objects: [ObjectID: any SchemaObject]
    /// What objects have besides their definition; also of columns of views, which are no objects here.
    package private(set) var facets: [ObjectID: ObjectFacets]
    /// The privileges that users changed on objects that they did not make.
    package private(set) var changedPrivileges: [ObjectID: ChangedPrivileges]
    /// What each object needs, directly.
    package private(set) var dependencies: [ObjectID: Set<ObjectID>]
    /// User-made objects that the model lacks.
    package private(set) var unsupported: [UnsupportedObject]
    /// The parts of each relation, in no order.
    private var parts: [ObjectID: [ObjectID]]
    /// The tables that inherit from each table, sorted.
    package private(set) var children: [ObjectID: [ObjectID]]
    /// The inheritances of each table, sorted.
    package private(set) var inheritances: [ObjectID: [ObjectID]]
    /// The sequences that each column owns, sorted.
    package private(set) var ownedSequences: [ObjectID: [ObjectID]]
    /// The attachments of each index of a partition.
    package private(set) var attachmentsByChild: [ObjectID: [ObjectID]]

    /// The attachments of each index of a partitioned table.
    package private(set) var attachmentsByParent: [ObjectID: [ObjectID]]

    /// Makes a schema.
    package init(
        serverVersion: Int, currentUser: String, objects: [any SchemaObject] = [],
        facets: [ObjectID: ObjectFacets] = [:], changedPrivileges: [ObjectID: ChangedPrivileges] = [:],
        dependencies: [ObjectID: Set<ObjectID>] = [:],
        unsupported: [UnsupportedObject] = []
    ) {
        self.serverVersion = serverVersion
        self.currentUser = currentUser
        self.objects = Dictionary(objects.map { ($0.id, $0) }) { $1 }
        self.facets = facets
        self.changedPrivileges = changedPrivileges
        self.dependencies = dependencies
        self.unsupported = unsupported
        parts = [:]
        attachmentsByChild = [:]
        attachmentsByParent = [:]
        children = [:]
        inheritances = [:]
        ownedSequences = [:]
        for (id, object) in self.objects {
            if let attachment = object as? IndexAttachment {
                attachmentsByChild[attachment.child, default: []].append(id)
                attachmentsByParent[attachment.parent, default: []].append(id)
            }
            if let ownership = object as? SequenceOwnership {
                ownedSequences[ownership.column, default: []].append(ownership.sequence)
            }
            if let inheritance = object as? Inheritance {
                children[inheritance.parent, default: []].append(inheritance.child)
                inheritances[inheritance.child, default: []].append(id)
            }
            guard let container = container(of: id) else { continue }
            parts[container, default: []].append(id)
        }
        for parent in Array(children.keys) { children[parent]?.sort() }
        for column in Array(ownedSequences.keys) { ownedSequences[column]?.sort() }
        for child in Array(inheritances.keys) { inheritances[child]?.sort() }
    }

    /// The same schema with parts replaced; what is nil stays.
    package func replacing(
        objects: [any SchemaObject]? = nil, facets: [ObjectID: ObjectFacets]? = nil,
        changedPrivileges: [ObjectID: ChangedPrivileges]? = nil, dependencies: [ObjectID: Set<ObjectID>]? = nil
    ) -> DatabaseSchema {
        DatabaseSchema(
            serverVersion: serverVersion, currentUser: currentUser, objects: objects ?? Array(self.objects.values),
            facets: facets ?? self.facets, changedPrivileges: changedPrivileges ?? self.changedPrivileges,
            dependencies: dependencies ?? self.dependencies, unsupported: unsupported)
    }

    /// The object of that identity, if it exists and has that type.
    @inlinable package func object<Object: SchemaObject>(_ id: ObjectID, as type: Object.Type = Object.self) -> Object?
    {
        objects[id] as? Object
    }

    /// The relation that an object is a part of.
    package func container(of id: ObjectID) -> ObjectID? {
        if id.kind == .index { return object(id, as: Index.self)?.relation }
        guard !id.parent.isEmpty else { return nil }
        for kind in [ObjectKind.table, .view, .materializedView, .foreignTable] {
            let container = ObjectID(kind, schema: id.schema, name: id.parent)
            if objects[container] != nil { return container }
        }
        return nil
    }

    /// The parts of a relation, sorted: few are ever asked for.
    package func parts(of relation: ObjectID) -> [ObjectID] { parts[relation]?.sorted() ?? [] }

    /// The columns of a relation, in their order.
    package func columns(of relation: ObjectID) -> [Column] {
        (parts[relation] ?? []).compactMap { $0.kind == .column ? object($0, as: Column.self) : nil }
            .sorted { $0.position < $1.position }
    }
}
