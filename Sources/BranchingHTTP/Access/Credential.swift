import BranchingCore

/// What a caller proved who they are with: what a session or a one-time code is tied to.
enum Credential: Sendable, Hashable {
    /// The admin token.
    case root
    /// The secret of a key, by its digest.
    case key(KeyID, SecretDigest)

    /// The key; nil for the root.
    var keyID: KeyID? {
        guard case .key(let id, _) = self else { return nil }
        return id
    }

    /// What is kept of it beside a token. The admin token may be a short one, so nothing is kept that it could be guessed by.
    func binding(to token: RandomToken, root: AdminKey) throws(AccessError) -> SecretDigest {
        switch self {
        case .key(_, let digest): return digest
        case .root:
            guard let binding = root.binding(to: token) else { throw .unexpected("There is no admin token.") }
            return binding
        }
    }
}
