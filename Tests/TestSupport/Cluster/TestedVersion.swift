/// A version of PostgreSQL that tests run on: a minor release such as 15.20, or just a major version, which means its
/// newest available minor release.
package struct TestedVersion: Sendable, Hashable, Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// The major version.
    package let major: Int
    /// The minor release; nil for the newest there is.
    package let minor: Int?

    /// Makes a version.
    package init(major: Int, minor: Int? = nil) {
        self.major = major
        self.minor = minor
    }

    package init(integerLiteral major: Int) {
        self.init(major: major)
    }

    /// Parses a server's version: `15.20`; a beta, `19beta1`, has no minor release.
    init(_ text: String, major: Int) {
        let parts = text.split(separator: ".")
        self.init(major: major, minor: parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    }

    package var description: String { minor.map { "\(major).\($0)" } ?? "\(major)" }

    /// Older ones first; a major version comes before its minor releases.
    package static func < (one: TestedVersion, other: TestedVersion) -> Bool {
        (one.major, one.minor ?? -1) < (other.major, other.minor ?? -1)
    }
}
