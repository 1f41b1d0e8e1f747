/// Numbers in the digits 0-9, A-Z, a-z.
enum Base62 {
    private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

    static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// The last digits of a number, with zeros in front.
    static func text(_ number: UInt64, length: Int) -> String {
        var rest = number
        var characters: [Character] = []
        for _ in 0..<length {
            characters.append(digits[Int(rest % 62)])
            rest /= 62
        }
        return String(characters.reversed())
    }
}
