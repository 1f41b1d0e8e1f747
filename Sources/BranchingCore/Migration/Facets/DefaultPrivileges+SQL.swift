import DiffTerms
import SQLText
package import SchemaModel

extension DefaultPrivileges: MigratedObject {
    /// What holds without it. Privileges for one schema are added to that, and take nothing away.
    private func base(_ version: Int) -> Set<Grant> {
        guard id.schema.isEmpty, let kind = PrivilegeClass(objects: id.signature) else { return [] }
        return kind.defaultPrivileges(owner: id.name, version: version)
    }

    private func statements(from old: Set<Grant>, to new: Set<Grant>, _ context: MigrationContext) -> [Statement] {
        let all = PrivilegeClass(objects: id.signature)?.privileges(version: context.serverVersion) ?? []
        var prefix = "ALTER DEFAULT PRIVILEGES FOR ROLE \(SQLIdentifier.name(id.name))"
        if !id.schema.isEmpty { prefix += " IN SCHEMA \(SQLIdentifier.name(id.schema))" }
        return GrantChange.changes(from: old, to: new, all: all, owner: id.name).map {
            Statement("\(prefix)\n\($0.sql(on: id.signature))", hazards: [Hazard(.authorizationChange)])
        }
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        statements(from: base(context.serverVersion), to: grants, context)
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        statements(from: grants, to: base(context.serverVersion), context)
    }

    /// How to get here from another definition of the same object.
    package func alteration(from old: DefaultPrivileges, _ context: MigrationContext) -> Alteration {
        .inPlace(statements(from: old.grants, to: grants, context))
    }

    /// What changed, in a few words each.
    package func differences(from old: DefaultPrivileges) -> [String] {
        let all = PrivilegeClass(objects: id.signature)?.privileges(version: 170_000) ?? []
        return GrantChange.changes(from: old.grants, to: grants, all: all, owner: id.name).map {
            $0.sql(on: id.signature)
        }
    }
}
