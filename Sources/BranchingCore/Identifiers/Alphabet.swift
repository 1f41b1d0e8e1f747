/// The characters that random texts are made of.
package struct Alphabet: Sendable {
    private let characters: [Character]

    /// The letters and digits of ASCII: a character is worth 5.95 bits.
    package static let lettersAndDigits = Alphabet(
        characters: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"))

    /// 32 small letters and digits that nobody confuses: a character is worth 5 bits.
    package static let distinct = Alphabet(characters: Array("abcdefghijkmnpqrstuvwxyz23456789"))

    /// A random text, by the system's source of random numbers.
    package func randomText(_ length: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return randomText(length, using: &generator)
    }

    /// A random text from the given source of random numbers.
    package func randomText(_ length: Int, using generator: inout some RandomNumberGenerator) -> String {
        String((0..<length).map { _ in characters[Int.random(in: 0..<characters.count, using: &generator)] })
    }
}
