/// Random numbers fixed by a seed (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// True once in a number of times, on average.
    package mutating func oneIn(_ times: Int) -> Bool { number(times) == 0 }

    /// A number from 0 to below the bound.
    package mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    package mutating func pick<Element>(_ choices: [Element]) -> Element? { choices.randomElement(using: &self) }

    /// Between one and this many of the choices, in random order.
    package mutating func some<Element>(_ most: Int, of choices: [Element]) -> [Element] {
        choices.isEmpty ? [] : Array(choices.shuffled(using: &self).prefix(1 + number(most)))
    }
}
