/// How a clone is made.
public enum CloneStrategy: String, Sendable, Hashable, Codable, CaseIterable {
    /// `CREATE DATABASE … TEMPLATE`: the server copies files or blocks. Same cluster, no other session on the source.
    case template
    /// COPY from session to session, at one snapshot and in parallel: from a source that is in use, or elsewhere.
    case stream
    /// `pg_dump | psql`: works from anywhere.
    case dump
}
