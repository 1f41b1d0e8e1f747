extension DiffBody: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case from
        case to
        case schemas
        case exclude
        case ignore
        case renames
        case online
        case strict
        case verify
    }

    /// Reads the body.
    ///
    /// - Throws: ``UnknownMemberError`` if it has an unknown member; `DecodingError`.
    public init(from decoder: any Decoder) throws {
        try UnknownMemberError.check(decoder, against: CodingKeys.self)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            from: Secret(try container.decode(String.self, forKey: .from)),
            to: Secret(try container.decode(String.self, forKey: .to)),
            schemas: try container.decodeUnlessAbsent([String].self, forKey: .schemas),
            exclude: try container.decodeUnlessAbsent([String].self, forKey: .exclude),
            ignore: try container.decodeUnlessAbsent([String].self, forKey: .ignore),
            renames: try container.decodeUnlessAbsent([String: String].self, forKey: .renames),
            online: try container.decodeUnlessAbsent(Bool.self, forKey: .online),
            strict: try container.decodeUnlessAbsent(Bool.self, forKey: .strict),
            verify: try container.decodeUnlessAbsent(Bool.self, forKey: .verify))
    }

    /// Writes the body, with the databases in the clear: it is for the server only.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(from.reveal(), forKey: .from)
        try container.encode(to.reveal(), forKey: .to)
        try container.encodeIfPresent(schemas, forKey: .schemas)
        try container.encodeIfPresent(exclude, forKey: .exclude)
        try container.encodeIfPresent(ignore, forKey: .ignore)
        try container.encodeIfPresent(renames, forKey: .renames)
        try container.encodeIfPresent(online, forKey: .online)
        try container.encodeIfPresent(strict, forKey: .strict)
        try container.encodeIfPresent(verify, forKey: .verify)
    }
}
