/// A language that functions can be written in (manual chapter 40).
public struct Language: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// Whether anybody may use it.
    public var isTrusted: Bool
    /// The function that runs functions.
    public var handler: String?
    /// The function that runs DO blocks.
    public var inlineHandler: String?
    /// The function that looks at new functions.
    public var validator: String?

    /// Makes a language.
    public init(name: String, isTrusted: Bool, handler: String?, inlineHandler: String?, validator: String?) {
        id = ObjectID(.language, name: name)
        self.isTrusted = isTrusted
        self.handler = handler
        self.inlineHandler = inlineHandler
        self.validator = validator
    }
}
