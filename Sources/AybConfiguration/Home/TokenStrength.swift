import BranchingCore

/// Finds tokens that nobody made at random: long enough, and tried first by whoever guesses.
enum TokenStrength {
    /// The fewest different characters. Of 16 random hexadecimal digits, fewer than one in ten thousand has so few.
    private static let fewestCharacters = 6
    /// A repetition of a text shorter than this has no more in it than the text.
    private static let shortestPart = 8

    /// Whether the token is a repetition, or a row such as `abcdefghijklmnop`.
    static func isGuessable(_ token: Secret) -> Bool {
        let text = Array(token.reveal().lowercased().unicodeScalars.map(\.value))
        return Set(text).count < fewestCharacters || isRepetition(text) || isRow(text)
    }

    private static func isRepetition(_ text: [UInt32]) -> Bool {
        (1..<shortestPart).contains { length in zip(text, text.dropFirst(length)).allSatisfy { $0 == $1 } }
    }

    /// Whether nearly each character is the one after, or before, its neighbour.
    private static func isRow(_ text: [UInt32]) -> Bool {
        let pairs = zip(text, text.dropFirst())
        let ups = pairs.count { $0 &+ 1 == $1 }
        let downs = pairs.count { $0 == $1 &+ 1 }
        // Of ten digits in a row, the last is followed by the first.
        return max(ups, downs) * 10 >= (text.count - 1) * 8
    }
}
