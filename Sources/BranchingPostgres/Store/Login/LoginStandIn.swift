import SQLText
import SchemaModel

/// A login in the place of its source's owner. For a comparison they are the same role.
struct LoginStandIn: Sendable, Hashable {
    let role: String
    let owner: String

    /// A schema as if the owner had been there all along.
    func replaced(in schema: DatabaseSchema) -> DatabaseSchema {
        schema.renamingRole(role, to: owner)
    }

    /// The text of a dump as if the owner had been there all along. Nothing else has the login's name, which is random.
    func replaced(in dump: String) -> String {
        dump.replacing(SQLIdentifier.quoted(role), with: SQLIdentifier.quoted(owner))
            .replacing(role, with: SQLIdentifier.quoted(owner))
    }
}
