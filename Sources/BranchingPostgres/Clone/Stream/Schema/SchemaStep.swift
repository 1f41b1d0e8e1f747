/// A part of the schema that is made in one go.
enum SchemaStep: Sendable, Hashable {
    /// Statements in order.
    case ordered([[UInt8]])
    /// Lists of statements that do not depend on each other; each is in order in itself.
    case independent([[[UInt8]]])
}
