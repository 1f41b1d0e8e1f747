import SchemaModel

extension SchemaObject {
    /// Follows the rename of an object. What a kind says in texts of its own is followed by kind: see ``RenamedTexts``.
    mutating func apply(_ rename: Rename) {
        let old = id
        id = rename.renamed(id)
        if var object = self as? any RenamedTexts {
            object.replaceTexts(of: old, rename)
            if let object = object as? Self { self = object }
        }
    }
}
