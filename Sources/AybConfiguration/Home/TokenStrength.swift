import BranchingCore

/// Finds tokens that are long enough but not random: the first that somebody would guess.
enum TokenStrength {
    /// The fewest different characters. Fewer than one in ten thousand random texts of 16 hexadecimal digits has so
    /// few.
    private static let fewestCharacters = 6
    /// A repetition of a shorter text has no more entropy than that text.
    private static let shortestPart = 8

    /// Whether the token is a repetition, or a sequence such as `abcdefghijklmnop`.
    static func isGuessable(_ token: Secret) -> Bool {
        let text = Array(token.reveal().lowercased().unicodeScalars.map(\.value))
        return Set(text).count < fewestCharacters || isRepetition(text) || isRow(text)
    }

    private static func isRepetition(_ text: [UInt32]) -> Bool {
        (1..<shortestPart).contains { length in zip(text, text.dropFirst(length)).allSatisfy { $0 == $1 } }
    }

    /// Whether nearly every character follows, or precedes, its neighbour.
    private static func isRow(_ text: [UInt32]) -> Bool {
        let pairs = zip(text, text.dropFirst())
        let ups = pairs.count { $0 &+ 1 == $1 }
        let downs = pairs.count { $0 == $1 &+ 1 }
        // In a sequence of digits, 0 follows 9.
        return max(ups, downs) * 10 >= (text.count - 1) * 8
    }
}
