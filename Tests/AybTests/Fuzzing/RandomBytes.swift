/// Random choices fixed by a seed (SplitMix64).
struct RandomBytes: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below the bound.
    mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    /// At most this many bytes.
    mutating func bytes(_ most: Int) -> [UInt8] {
        (0..<number(most + 1)).map { _ in UInt8.random(in: 0...255, using: &self) }
    }

    /// The bytes with a few of them changed, removed, inserted, or repeated.
    mutating func mutated(_ bytes: [UInt8], words: [[UInt8]]) -> [UInt8] {
        var result = bytes
        for _ in 0...number(6) {
            let place = number(result.count + 1)
            switch number(6) {
            case 0 where place < result.count: result[place] = UInt8.random(in: 0...255, using: &self)
            case 1 where place < result.count: result[place] ^= 1 << UInt8(number(8))
            case 2: result.removeSubrange(place..<min(result.count, place + number(12)))
            case 3: result.insert(contentsOf: words.randomElement(using: &self) ?? [], at: place)
            case 4: result.insert(contentsOf: result[place..<min(result.count, place + number(64))], at: place)
            default: result.insert(contentsOf: self.bytes(4), at: place)
            }
        }
        return result
    }
}
