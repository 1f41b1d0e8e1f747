/// A block of IP addresses in CIDR notation (RFC 4632; RFC 4291, section 2.3), such as `10.0.0.0/8` or `2001:db8::/32`.
public struct AddressRange: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The range as it was written.
    public let description: String
    private let network: [UInt8]
    private let bits: Int

    /// Reads a range; an address alone is a range of one.
    ///
    /// - Returns: nil if it is none, or has bits set beyond its prefix.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ IPAddress(String($0)) }) else { return nil }
        let length = address.bytes.count * 8
        var bits = length
        if parts.count == 2 {
            guard parts[1].utf8.count <= 3, parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
                let number = Int(parts[1]), number <= length
            else { return nil }
            bits = number
        }
        guard Self.masked(address.bytes, bits) == address.bytes else { return nil }
        (description, network, self.bits) = (text, address.bytes, bits)
    }

    /// Whether an address is in it. An IPv4 address in IPv6 form (`::ffff:10.0.0.1`) counts as the IPv4 address.
    public func contains(_ address: String) -> Bool {
        guard let address = IPAddress(address) else { return false }
        return address.bytes.count == network.count && Self.masked(address.bytes, bits) == network
    }

    private static func masked(_ bytes: [UInt8], _ bits: Int) -> [UInt8] {
        bytes.enumerated().map { index, byte in
            let kept = min(max(bits - index * 8, 0), 8)
            return byte & UInt8(truncatingIfNeeded: 0xFF00 >> kept)
        }
    }

    /// Reads a range from a single string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let range = AddressRange(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "It is an address or a range such as 10.0.0.0/8, with no bits beyond the prefix.")
        }
        self = range
    }

    /// Writes the range as a single string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
