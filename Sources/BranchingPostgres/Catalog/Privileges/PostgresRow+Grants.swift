import PostgresLink
import SchemaModel

extension PostgresRow {
    /// The privileges in a column that ``grants(_:)`` made; nil if it is NULL.
    func grants(_ column: String) throws -> Set<Grant>? {
        guard try optional(column) != nil else { return nil }
        var grants: Set<Grant> = []
        for entry in try list(column) {
            let parts = entry.unicodeScalars.split(separator: "\u{1E}", omittingEmptySubsequences: false)
                .map { String($0) }
            guard parts.count == 3 else { throw PostgresError(message: "A privilege could not be read: \(entry)") }
            let privilege = try PrivilegeName(reading: parts[1])
            grants.insert(
                Grant(grantee: parts[0], privilege: privilege.rawValue, isGrantable: parts[2] == "true"))
        }
        return grants
    }

    /// An expression that makes the text of an access control list, NULL for NULL.
    static func grants(_ list: String) -> String {
        """
        CASE WHEN \(list) IS NOT NULL THEN coalesce((
            SELECT string_agg(CASE WHEN x.grantee = 0 THEN '' ELSE pg_catalog.pg_get_userbyid(x.grantee) END
                || chr(30) || x.privilege_type || chr(30) || x.is_grantable::text, chr(31))
            FROM pg_catalog.aclexplode(\(list)) x), '') END
        """
    }
}
