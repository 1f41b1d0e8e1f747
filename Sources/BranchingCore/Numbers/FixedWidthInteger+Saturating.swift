/// Arithmetic on numbers from outside, such as sizes that a server reports and ids that a client sends: Swift's
/// operators end the process if a result does not fit its type.
extension FixedWidthInteger {
    /// The sum, or the nearest number that the type has.
    package func addingSaturated(_ other: Self) -> Self {
        let (sum, overflows) = addingReportingOverflow(other)
        guard overflows else { return sum }
        return other < 0 ? .min : .max
    }

    /// The product, or the nearest number that the type has.
    package func multipliedSaturated(by other: Self) -> Self {
        let (product, overflows) = multipliedReportingOverflow(by: other)
        guard overflows else { return product }
        return (self < 0) == (other < 0) ? .max : .min
    }

    /// The nearest whole number that the type has; 0 for NaN.
    package init(saturating value: Double) {
        if let exact = Self(exactly: value.rounded()) {
            self = exact
        } else if value.isNaN {
            self = 0
        } else {
            self = value < 0 ? .min : .max
        }
    }
}
