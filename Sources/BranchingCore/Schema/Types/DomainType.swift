/// A type that is another with conditions (manual section 8.18).
public struct DomainType: SchemaObject {
    /// A condition that values have to meet.
    public struct Check: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// The condition, as `CHECK ((VALUE > 0))`.
        public let definition: String
        /// Whether it holds for the values that were there before it.
        public let isValidated: Bool

        /// Makes a check.
        public init(name: String, definition: String, isValidated: Bool = true) {
            self.name = name
            self.definition = definition
            self.isValidated = isValidated
        }
    }

    /// Its identity.
    public var id: ObjectID
    /// The type beneath, as `format_type` writes it.
    public var baseType: String
    /// The collation, where it is not that of the type beneath.
    public var collation: String?
    /// The expression of the default.
    public var defaultExpression: String?
    /// Whether it refuses NULL.
    public var isNotNull = false
    /// The name of the constraint for that, where it is not what PostgreSQL itself would choose (PostgreSQL 17 and later).
    public var notNullName: String?
    /// The conditions, by name.
    public var checks: [Check] = []

    /// Makes a domain.
    public init(id: ObjectID, baseType: String) {
        self.id = id
        self.baseType = baseType
    }

    /// What to call its kind in a report.
    public var kindName: String { "domain" }
}
