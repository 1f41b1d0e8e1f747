/// How a clone is made.
public enum CloneStrategy: String, Sendable, Hashable, Codable, CaseIterable {
    /// `CREATE DATABASE … TEMPLATE`: the server copies files or blocks. Same cluster, no other session on the source.
    case template
    /// `pg_dump | psql`: works from anywhere.
    case dump
}
