package import SchemaModel

/// Classes of objects with the same privileges, and what those are (manual section 5.8).
package enum PrivilegeClass: Sendable, Hashable {
    case table, sequence, function, language, schema, foreignDataWrapper, server, type, column, largeObject

    /// The class of a kind of objects; nil for those without privileges.
    package init?(_ kind: ObjectKind) {
        switch kind {
        case .table, .foreignTable, .view, .materializedView: self = .table
        case .sequence: self = .sequence
        case .function, .procedure, .aggregate: self = .function
        case .language: self = .language
        case .schema: self = .schema
        case .foreignDataWrapper: self = .foreignDataWrapper
        case .server: self = .server
        case .type: self = .type
        case .column: self = .column
        default: return nil
        }
    }

    /// The class for a word of ALTER DEFAULT PRIVILEGES: `TABLES`.
    package init?(objects: String) {
        switch objects {
        case "TABLES": self = .table
        case "SEQUENCES": self = .sequence
        case "FUNCTIONS": self = .function
        case "TYPES": self = .type
        case "SCHEMAS": self = .schema
        case "LARGE OBJECTS": self = .largeObject
        default: return nil
        }
    }

    /// The word that ALTER DEFAULT PRIVILEGES has for it; nil if it has none.
    package var objects: String? {
        switch self {
        case .table: "TABLES"
        case .sequence: "SEQUENCES"
        case .function: "FUNCTIONS"
        case .type: "TYPES"
        case .schema: "SCHEMAS"
        case .largeObject: "LARGE OBJECTS"
        case .language, .foreignDataWrapper, .server, .column: nil
        }
    }

    /// All privileges, in the order of the manual.
    ///
    /// - Parameter version: The server's, as `server_version_num`.
    package func privileges(version: Int) -> [String] {
        switch self {
        case .table:
            ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"]
                + (version >= 170_000 ? ["MAINTAIN"] : [])
        case .column: ["SELECT", "INSERT", "UPDATE", "REFERENCES"]
        case .sequence: ["SELECT", "UPDATE", "USAGE"]
        case .function: ["EXECUTE"]
        case .schema: ["CREATE", "USAGE"]
        case .largeObject: ["SELECT", "UPDATE"]
        case .language, .foreignDataWrapper, .server, .type: ["USAGE"]
        }
    }

    /// What holds if nobody granted or revoked anything (`acldefault` in utils/adt/acl.c): the owner may do everything,
    /// and everybody may call functions and use types and languages.
    package func defaultPrivileges(owner: String?, version: Int) -> Set<Grant> {
        if self == .column { return [] }
        let all = privileges(version: version)
        var grants = Set(owner.map { owner in all.map { Grant(grantee: owner, privilege: $0) } } ?? [])
        switch self {
        case .function, .type, .language: grants.formUnion(all.map { Grant(grantee: "", privilege: $0) })
        default: break
        }
        return grants
    }
}
