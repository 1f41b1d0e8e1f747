/// Why a path is unreliable: others than its user and root can change what it leads to.
package struct PathWeakness: Sendable, Hashable {
    /// The file, link or directory on the way that others can change.
    package let path: String
    /// How.
    package let kind: Kind
    /// The user for whom the path was checked.
    let userID: UInt32

    /// How others can change it.
    package enum Kind: Sendable, Hashable {
        /// It belongs to another user, who can write it or have it written.
        case foreign(owner: UInt32)
        /// Its group or everybody can write it.
        case writable(isDirectory: Bool)
        /// It was replaced during the check.
        case replaced
    }

    /// Who can do what, and what to do about it.
    ///
    /// - Parameter subject: the path in question, in case the fault is a directory on the way to it.
    package func text(for subject: String) -> String {
        let way = path == subject ? "" : ", which is on the way to it,"
        return switch kind {
        case .foreign(let owner):
            "'\(path)'\(way) belongs to the user with the id \(owner), neither to you nor to root. If you know"
                + " what is in it: chown -h \(userID) \(Self.quoted(path))"
        case .writable(true):
            "other users can write to the directory '\(path)'\(way) and so replace what is in it. Close it to them:"
                + " chmod go-w \(Self.quoted(path))"
        case .writable(false):
            "other users can write to '\(path)'\(path == subject ? "" : ", which is on the way to it"). Close it to them: chmod go-w \(Self.quoted(path))"
        case .replaced: "'\(path)' was replaced while it was read. Try again, and find out who did that."
        }
    }

    /// A shell word.
    private static func quoted(_ path: String) -> String {
        let plain = path.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return plain ? path : "'" + path.replacing("'", with: #"'\''"#) + "'"
    }
}
