import SQLText
package import SchemaModel

/// How statements that apply to objects of any kind refer to one of them: COMMENT ON, ALTER … OWNER TO, GRANT … ON.
package struct ObjectReference: Sendable, Hashable {
    private let id: ObjectID
    /// Whether the parent of a constraint is a domain.
    private let isOnDomain: Bool

    /// Refers to an object.
    ///
    /// - Parameter schema: Where it is, or will be.
    package init(_ id: ObjectID, in schema: DatabaseSchema) {
        self.id = id
        isOnDomain =
            id.kind == .constraint && schema.container(of: id) == nil
            && schema.objects[ObjectID(.type, schema: id.schema, name: id.parent)] != nil
    }

    /// As COMMENT ON and SECURITY LABEL ON have it; nil for what can have neither.
    package var described: String? {
        let name = SQLIdentifier.name(id.name)
        switch id.kind {
        case .column: return "COLUMN \(id.qualifiedParent).\(name)"
        case .constraint: return "CONSTRAINT \(name) ON \(isOnDomain ? "DOMAIN " : "")\(id.qualifiedParent)"
        case .trigger: return "TRIGGER \(name) ON \(id.qualifiedParent)"
        case .rule: return "RULE \(name) ON \(id.qualifiedParent)"
        case .policy: return "POLICY \(name) ON \(id.qualifiedParent)"
        case .cast: return "CAST (\(id.name))"
        case .transform: return "TRANSFORM FOR \(id.name) LANGUAGE \(SQLIdentifier.name(id.signature))"
        case .function, .procedure: return "\(words) \(id.qualifiedName)(\(id.signature))"
        case .aggregate: return "AGGREGATE \(id.qualifiedName)(\(id.signature.isEmpty ? "*" : id.signature))"
        case .operator:
            return
                "OPERATOR \(id.schema.isEmpty ? "" : SQLIdentifier.name(id.schema) + ".")\(id.name) (\(id.signature))"
        case .operatorClass, .operatorFamily:
            return "\(words) \(id.qualifiedName) USING \(SQLIdentifier.name(id.signature))"
        case .userMapping, .operatorFamilyMember, .sequenceOwnership, .columnDefault, .inheritance, .indexAttachment,
            .clusterMark, .replicaIdentity, .publicationMember, .defaultPrivileges:
            return nil
        default: return "\(words) \(id.qualifiedName)"
        }
    }

    /// As ALTER … OWNER TO has it; nil for what has no owner, or one that never changes.
    package var owned: String? {
        switch id.kind {
        case .schema, .language, .collation, .type, .foreignDataWrapper, .server, .sequence, .function, .procedure,
            .aggregate, .operator, .operatorFamily, .operatorClass, .conversion, .textSearchDictionary,
            .textSearchConfiguration, .table, .foreignTable, .view, .materializedView, .statistics, .eventTrigger,
            .publication, .subscription:
            described
        default: nil
        }
    }

    /// As GRANT … ON has it, for a column its table; nil for what has no privileges.
    package var granted: String? {
        switch PrivilegeClass(id.kind) {
        case .table: "TABLE \(id.qualifiedName)"
        case .column: "TABLE \(id.qualifiedParent)"
        case .server: "FOREIGN SERVER \(SQLIdentifier.name(id.name))"
        case .function where id.kind == .aggregate:
            "FUNCTION \(id.qualifiedName)(\(id.signature == "*" ? "" : id.signature))"
        case .some: described
        case .none: nil
        }
    }

    private var words: String { id.kind.words.uppercased() }
}
