extension Configuration {
    /// Where the metrics are open to anybody.
    package struct Metrics: Sendable, Hashable {
        /// The address.
        package let host: String
        /// The port: 1 to 65535, or 0 for any free one.
        package let port: Int

        init?(_ values: ConfigurationValues) throws(ConfigurationError) {
            guard let text = values.text(.metricsListen), !text.isEmpty else { return nil }
            guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
                throw Self.malformed(values)
            }
            var host = text[..<colon]
            // RFC 3986: an IPv6 address stands in brackets before a port.
            if host.hasPrefix("["), host.hasSuffix("]") {
                host = host.dropFirst().dropLast()
            } else if host.contains(":") {
                throw Self.malformed(values)
            }
            guard !host.isEmpty else { throw Self.malformed(values) }
            self.host = String(host)
            self.port = Int(port)
        }

        private static func malformed(_ values: ConfigurationValues) -> ConfigurationError {
            ConfigurationError(
                place: "\(values.origin(.metricsListen))",
                reason: "'metrics.listen' is an address and a port, such as 127.0.0.1:9090 or [::1]:9090.")
        }
    }
}
