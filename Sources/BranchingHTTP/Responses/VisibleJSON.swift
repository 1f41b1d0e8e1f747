import BranchingCore

/// JSON on its way out: names from a database stand in it, and a client may print it to a terminal as it comes.
enum VisibleJSON {
    /// The same values, with escapes in the place of what a terminal obeys and what turns the direction of writing.
    static func bytes(_ json: some Sequence<UInt8>) -> [UInt8] {
        let bytes = Array(json)
        // Below U+007F JSON has nothing but line feeds that is not seen, and nearly all answers end there.
        if bytes.allSatisfy({ $0 < 0x7F }) { return bytes }
        return Array(VisibleText.jsonDocument(String(decoding: bytes, as: UTF8.self)).utf8)
    }
}
