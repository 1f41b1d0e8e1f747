import SQLText
package import SchemaModel

/// An object that mentions others: in its SQL text, or by identity.
protocol RenamedTexts: SchemaObject {
    /// Follows the rename of another object.
    ///
    /// - Parameter id: The identity of this object before.
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename)
}

extension Column: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) {
        if rename.object.kind == .type || rename.object.kind == .schema { type = rename.renamed(type, of: id) }
        expression = expression.map { rename.renamed($0, of: id) }
        if let identity, rename.object.kind == .schema {
            self.identity = Identity(
                generation: identity.generation, sequence: identity.sequence,
                sequenceName: rename.renamed(identity.sequenceName, of: id))
        }
    }
}

extension ColumnDefault: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) { expression = rename.renamed(expression, of: id) }
}

extension Constraint: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) { definition = rename.renamed(definition, of: id) }
}

extension Index: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) {
        if rename.object == id {
            definition = definition.replacing(
                "INDEX \(SQLIdentifier.name(id.name)) ON", with: "INDEX \(SQLIdentifier.name(rename.newName)) ON",
                maxReplacements: 1)
        }
        let part = ObjectID(.index, schema: id.schema, parent: relation.name, name: id.name)
        definition = rename.renamed(definition, of: part)
        relation = rename.renamed(relation)
    }
}

extension View: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) { query = rename.renamed(query, of: id) }
}

extension MaterializedView: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) { query = rename.renamed(query, of: id) }
}

extension Function: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) {
        definition = rename.renamed(definition, of: id)
        result = result.map { rename.renamed($0, of: id) }
    }
}

extension Trigger: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) {
        definition = definition.map { rename.renamed($0, of: id) }
        if rename.object == id {
            definition = definition.map {
                $0.replacing(
                    "TRIGGER \(SQLIdentifier.name(id.name)) ", with: "TRIGGER \(SQLIdentifier.name(rename.newName)) ",
                    maxReplacements: 1)
            }
        }
    }
}

extension Rule: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) { definition = rename.renamed(definition, of: id) }
}

extension Policy: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) {
        using = using.map { rename.renamed($0, of: id) }
        check = check.map { rename.renamed($0, of: id) }
    }
}

extension ExtendedStatistics: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) { definition = rename.renamed(definition, of: id) }
}

extension SequenceOwnership: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) {
        self = SequenceOwnership(sequence: rename.renamed(sequence), column: rename.renamed(column))
    }
}

extension Inheritance: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) {
        self = Inheritance(
            child: rename.renamed(child), parent: rename.renamed(parent), bound: bound, position: position)
    }
}

extension IndexAttachment: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) {
        self = IndexAttachment(child: rename.renamed(child), parent: rename.renamed(parent))
    }
}

extension IndexMark: RenamedTexts {
    mutating func replaceTexts(of id: ObjectID, _ rename: Rename) {
        guard rename.object.kind == .index || rename.object.kind == .constraint, rename.object.schema == id.schema,
            rename.object.name == index
        else { return }
        index = rename.newName
    }
}
