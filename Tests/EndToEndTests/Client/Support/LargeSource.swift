/// A source of about 100 MB, so that a dump of it takes a moment.
enum LargeSource {
    static let statements = [
        "CREATE TABLE t (a int)",
        "CREATE TABLE big AS SELECT i AS id, repeat(md5(i::text), 30) AS text FROM generate_series(1, 100000) i",
    ]
}
