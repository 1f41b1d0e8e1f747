/// A type that is another with conditions (manual section 8.18).
package struct DomainType: SchemaObject {
    /// A condition that values have to meet.
    package struct Check: Sendable, Hashable {
        /// Its name.
        package let name: String
        /// The condition, as `CHECK ((VALUE > 0))`.
        package let definition: String
        /// Whether it holds for the values that were there before it.
        package let isValidated: Bool

        /// Makes a check.
        package init(name: String, definition: String, isValidated: Bool = true) {
            self.name = name
            self.definition = definition
            self.isValidated = isValidated
        }
    }

    /// Its identity.
    package var id: ObjectID
    /// The type beneath, as `format_type` writes it.
    package var baseType: String
    /// The collation, if not that of the type beneath.
    package var collation: String?
    /// The expression of the default.
    package var defaultExpression: String?
    /// Whether it refuses NULL.
    package var isNotNull = false
    /// The name of the constraint for that, if not what PostgreSQL itself would choose (PostgreSQL 17 and later).
    package var notNullName: String?
    /// The conditions, by name.
    package var checks: [Check] = []

    /// Makes a domain.
    package init(id: ObjectID, baseType: String) {
        self.id = id
        self.baseType = baseType
    }

    /// What to call its kind in a report.
    package var kindName: String { "domain" }
}
