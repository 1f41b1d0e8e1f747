extension KeyedDecodingContainer {
    /// A member that may be absent, but not null; `decodeIfPresent` gives nil for both.
    ///
    /// - Throws: `DecodingError`, always with the path of the member: `JSONDecoder` omits it for a number that does not
    ///   fit its type, and has two different errors for null.
    func decodeUnlessAbsent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard contains(key) else { return nil }
        let path = codingPath + [key]
        guard try !decodeNil(forKey: key) else {
            throw DecodingError.valueNotFound(type, .init(codingPath: path, debugDescription: "It is null."))
        }
        do {
            return try decode(type, forKey: key)
        } catch let error as DecodingError {
            throw error
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: path, debugDescription: "It does not fit.", underlyingError: error))
        }
    }
}
