/// The body of `POST /api/admin/diff`.
public struct DiffBody: Sendable, Hashable {
    /// The database that the SQL is for: `main`, the name of a branch, or a connection string.
    public var from: Secret
    /// The database that it should match, in the same form.
    public var to: Secret
    /// Only these schemas; all if absent.
    public var schemas: [String]?
    /// Not these schemas.
    public var exclude: [String]?
    /// What is left out: `owner`, `privileges`, `comments`, `column-order`.
    public var ignore: [String]?
    /// New names by old names, each as `schema.name` or, for a column, `schema.table.name`.
    public var renames: [String: String]?
    /// Whether the SQL is to hold locks for a short time only.
    public var online: Bool?
    /// Whether something that cannot be compared is an error.
    public var strict: Bool?
    /// Whether the SQL is tried on a copy.
    public var verify: Bool?

    /// Makes a body.
    public init(
        from: Secret, to: Secret, schemas: [String]? = nil, exclude: [String]? = nil, ignore: [String]? = nil,
        renames: [String: String]? = nil, online: Bool? = nil, strict: Bool? = nil, verify: Bool? = nil
    ) {
        self.from = from
        self.to = to
        self.schemas = schemas
        self.exclude = exclude
        self.ignore = ignore
        self.renames = renames
        self.online = online
        self.strict = strict
        self.verify = verify
    }

    /// What the body asks for.
    ///
    /// - Throws: ``BranchError/invalidSource(_:)`` for either database, ``BranchError/invalidRequest(_:)``.
    public func request() throws(BranchError) -> DiffRequest {
        var ignored: Set<DiffOptions.Aspect> = []
        for text in ignore ?? [] {
            guard let aspect = DiffOptions.Aspect(rawValue: text) else {
                let allowed = DiffOptions.Aspect.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
                throw .invalidRequest("'ignore' takes \(allowed).")
            }
            ignored.insert(aspect)
        }
        if (schemas ?? []).contains("") || (exclude ?? []).contains("") {
            throw .invalidRequest("The name of a schema is not empty.")
        }
        if let pair = renames?.first(where: { $0.key.isEmpty || $0.value.isEmpty || $0.key == $0.value }) {
            throw .invalidRequest(
                "'renames' maps old names to new ones; '\(pair.key)' to '\(pair.value)' is not a rename.")
        }
        return DiffRequest(
            from: try BranchSource(from, of: "from"), to: try BranchSource(to, of: "to"),
            options: DiffOptions(
                schemas: Set(schemas ?? []), excludedSchemas: Set(exclude ?? []), ignored: ignored,
                renames: renames ?? [:], migration: MigrationOptions(isOnline: online ?? false)),
            isStrict: strict ?? false, verifies: verify ?? false)
    }
}

extension BranchSource {
    /// Reads the member of a body that names a database.
    ///
    /// - Throws: ``BranchError/invalidSource(_:)``, which names the member and never quotes its text.
    init(_ text: Secret, of member: String) throws(BranchError) {
        do {
            self = try BranchSource(parsing: text.reveal())
        } catch {
            // Not the text itself: it may hold a password.
            throw .invalidSource("'\(member)' is 'main', the name of a branch, or a connection URL (postgresql://…).")
        }
    }
}
