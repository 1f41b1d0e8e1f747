import BranchingCore

/// JSON on its way out: it contains names from databases, and a client may print it to a terminal unchanged.
enum VisibleJSON {
    /// The same values, with control characters and direction marks escaped.
    static func bytes(_ json: some Sequence<UInt8>) -> [UInt8] {
        let bytes = Array(json)
        // Below U+007F, JSON's only invisible characters are line feeds, and nearly all answers end there.
        if bytes.allSatisfy({ $0 < 0x7F }) { return bytes }
        return Array(VisibleText.jsonDocument(String(decoding: bytes, as: UTF8.self)).utf8)
    }
}
