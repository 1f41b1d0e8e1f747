/// The programs of PostgreSQL that copy a database or its schema.
package enum PostgresTool: String, Sendable, Hashable {
    case pgDump = "pg_dump"
    case psql
    case pgRestore = "pg_restore"
}
