import SchemaModel

extension SchemaObject {
    /// Follows the rename of an object. Texts that only one kind has are handled there: see ``RenamedTexts``.
    mutating func apply(_ rename: Rename) {
        let old = id
        id = rename.renamed(id)
        if var object = self as? any RenamedTexts {
            object.replaceTexts(of: old, rename)
            if let object = object as? Self { self = object }
        }
    }
}
