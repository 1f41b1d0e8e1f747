import Identifiers

extension BranchName {
    /// The prefix of every branch database's name.
    public static let databasePrefix = "ayb_branch_"

    /// The name of the branch's database: ``databasePrefix`` and the name with `-` replaced by `_`.
    ///
    /// PostgreSQL cuts identifiers at 63 bytes without an error (`NAMEDATALEN`, manual section 4.1.1), so a longer one
    /// is its first 54 bytes, `_`, and the FNV-1a hash of the branch name in 8 hexadecimal digits.
    public var databaseName: String {
        let plain = Self.databasePrefix + String(rawValue.map { $0 == "-" ? "_" : $0 })
        guard plain.utf8.count > Self.maximumIdentifierLength else { return plain }
        return String(plain.prefix(54)) + "_" + FNV1a.digits(FNV1a.hash32(rawValue.utf8))
    }

    /// The longest identifier that PostgreSQL keeps whole, in bytes.
    static let maximumIdentifierLength = 63
}
