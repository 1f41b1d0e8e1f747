/// The hash FNV-1a (draft-eastlake-fnv-17, section 2), which is the same in every process. It hides nothing.
package enum FNV1a {
    /// What a hash of 64 bits begins with.
    package static var basis: UInt64 { 0xcbf2_9ce4_8422_2325 }

    /// The hash of 64 bits.
    package static func hash64(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(basis) { hash, byte in (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    /// The 64-bit hash of a text's UTF-8 and a final byte that no text holds, so that two texts differ from one.
    ///
    /// - Parameter start: The hash of what comes before.
    ///
    /// Not generic: identities are made by the hundred thousand, and callers in other modules would not specialize it.
    package static func hash64(endedText text: String, after start: UInt64) -> UInt64 {
        var (text, hash) = (text, start)
        text.withUTF8 { bytes in
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        return (hash ^ 0xff) &* 0x100_0000_01b3
    }

    /// The hash of 32 bits.
    package static func hash32(_ bytes: some Sequence<UInt8>) -> UInt32 {
        bytes.reduce(2_166_136_261) { hash, byte in (hash ^ UInt32(byte)) &* 16_777_619 }
    }

    /// A hash in hexadecimal digits, with zeros in front.
    package static func digits(_ hash: some FixedWidthInteger) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: hash.bitWidth / 4 - digits.count) + digits
    }
}
