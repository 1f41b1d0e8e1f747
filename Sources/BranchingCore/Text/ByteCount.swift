/// Sizes for people, in powers of 1024 like PostgreSQL's pg_size_pretty.
package enum ByteCount {
    /// Such as `512 bytes`, `7.3 MB`, `755 MB`.
    package static func text(_ bytes: Int64) -> String {
        guard bytes >= 1024 else { return "\(bytes) bytes" }
        var value = Double(bytes)
        var unit = ""
        for name in ["kB", "MB", "GB", "TB", "PB"] where unit.isEmpty || value >= 1023.5 {
            value /= 1024
            unit = name
        }
        let tenths = (value * 10).rounded()
        return tenths < 100 ? "\(Int(tenths) / 10).\(Int(tenths) % 10) \(unit)" : "\(Int(value.rounded())) \(unit)"
    }
}
