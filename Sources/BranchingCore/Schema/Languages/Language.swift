/// A language that functions can be written in (manual chapter 40).
package struct Language: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// Whether anybody may use it.
    package var isTrusted: Bool
    /// The function that runs functions.
    package var handler: String?
    /// The function that runs DO blocks.
    package var inlineHandler: String?
    /// The function that checks new functions.
    package var validator: String?

    /// Makes a language.
    package init(name: String, isTrusted: Bool, handler: String?, inlineHandler: String?, validator: String?) {
        id = ObjectID(.language, name: name)
        self.isTrusted = isTrusted
        self.handler = handler
        self.inlineHandler = inlineHandler
        self.validator = validator
    }
}
