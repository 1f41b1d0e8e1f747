import Testing

@testable import BranchingCore

@Suite struct SaturatingArithmeticTests {
    @Test(
        arguments: [
            (Int64.max, 1, Int64.max), (.max, .max, .max), (.min, -1, .min), (.min, .min, .min), (.max, .min, -1),
            (2, 3, 5),
        ] as [(Int64, Int64, Int64)])
    func `a sum stays within its type`(_ first: Int64, _ second: Int64, _ sum: Int64) {
        #expect(first.addingSaturated(second) == sum)
    }

    @Test(
        arguments: [
            (Int64.max, 2, Int64.max), (.max, -2, .min), (.min, -1, .max), (.min, 2, .min), (.max, 0, 0), (-3, 4, -12),
        ] as [(Int64, Int64, Int64)])
    func `a product stays within its type`(_ first: Int64, _ second: Int64, _ product: Int64) {
        #expect(first.multipliedSaturated(by: second) == product)
    }

    @Test(
        arguments: [
            (1e300, Int64.max), (-1e300, .min), (.infinity, .max), (-.infinity, .min), (.nan, 0),
            (9_223_372_036_854_775_808, .max),
            (-9_223_372_036_854_775_808, .min), (1.5, 2), (-0.4, 0), (1_767_225_600_000_000.25, 1_767_225_600_000_000),
        ] as [(Double, Int64)])
    func `a whole number stays within its type`(_ value: Double, _ number: Int64) {
        #expect(Int64(saturating: value) == number)
        #expect(UInt8(saturating: value) == UInt8(clamping: number))
    }

    @Test(
        arguments: [
            (Int64.min, Int64.max, 0.0), (.max, 1, 1.0), (-1, 2, 0.0), (1, 4, 0.25), (.max, .max, 1.0),
        ] as [(Int64, Int64, Double)])
    func `a part that is done is between nothing and all`(_ done: Int64, _ total: Int64, _ fraction: Double) {
        #expect(BranchProgress(phase: .copying, bytesDone: done, bytesTotal: total).fraction == fraction)
    }

    @Test func `a part of nothing known is none`() {
        #expect(BranchProgress(phase: .copying, bytesDone: 5, bytesTotal: .min).fraction == nil)
    }
}
