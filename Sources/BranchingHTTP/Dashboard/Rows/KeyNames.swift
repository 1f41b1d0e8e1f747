import BranchingCore

/// What people call the keys that own branches.
struct KeyNames: Sendable {
    let access: (any AccessStore)?

    /// The names of keys by id, for those who may list them; a page without them is better than none.
    func names(for visitor: PageVisitor) async -> [String: String] {
        guard visitor.may(.keys), let keys = try? await access?.keys() else { return [:] }
        return Dictionary(keys.map { ($0.id.rawValue, $0.name) }) { first, _ in first }
    }
}
