/// A text that must not be printed: a password, a key, a connection string that holds one.
///
/// It prints and encodes as `***` wherever a value is described; ``reveal()`` is the one way to the text.
public struct Secret: Sendable, Hashable {
    private let text: String

    /// Takes the text.
    public init(_ text: String) {
        self.text = text
    }

    /// The text itself. Never log or print what it returns.
    public func reveal() -> String { text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `***`.
    public var description: String { "***" }

    /// `***`.
    public var debugDescription: String { "***" }

    /// No children, so that `dump` and `print` of a type that holds a secret show nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
