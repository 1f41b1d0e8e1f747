/// The SHA-256 of a secret (FIPS 180-4): what is kept of it.
public struct SecretDigest: Sendable, Hashable {
    /// Its 32 bytes.
    public let bytes: [UInt8]

    /// Takes a digest.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}
