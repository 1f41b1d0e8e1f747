extension Configuration {
    /// How the server listens.
    package struct Server: Sendable, Hashable {
        /// The address to listen on; empty for no TCP.
        package let host: String
        /// The TCP port: 1 to 65535, or 0 for any free one.
        package let port: Int
        /// The Unix socket; nil for the one in `AYB_HOME`.
        package let socket: String?
        /// The largest request body, in bytes.
        package let bodyLimit: Int
        /// How long a stop waits for running work, in seconds.
        package let shutdownTimeout: Int
        /// The most TCP connections.
        package let maxConnections: Int
        /// The most TCP connections per address that have not shown the key.
        package let maxConnectionsPerAddress: Int
        /// Certificate and key; nil without TLS.
        package let tls: TLS?

        /// Whether the server listens on TCP.
        package var listensOnTCP: Bool { !host.isEmpty }

        init(_ values: ConfigurationValues) throws(ConfigurationError) {
            host = values.text(.serverHost) ?? ""
            port = values.number(.serverPort)
            socket = values.text(.serverSocket)
            bodyLimit = values.number(.serverBodyLimit)
            shutdownTimeout = values.number(.serverShutdownTimeout)
            maxConnections = values.number(.serverMaxConnections)
            maxConnectionsPerAddress = values.number(.serverMaxConnectionsPerAddress)
            tls = try TLS(values)
        }
    }

    /// The files that TLS needs.
    package struct TLS: Sendable, Hashable {
        /// The certificate chain, PEM.
        package let certificate: String
        /// The private key, PEM.
        package let key: String

        init?(_ values: ConfigurationValues) throws(ConfigurationError) {
            switch (values.text(.tlsCertificate), values.text(.tlsKey)) {
            case (let certificate?, let key?):
                self.certificate = certificate
                self.key = key
            case (nil, nil): return nil
            case (_?, nil):
                throw ConfigurationError(
                    place: "\(values.origin(.tlsCertificate))",
                    reason: "'server.tls.certificate' is set and 'server.tls.key' is not: TLS needs both.")
            case (nil, _?):
                throw ConfigurationError(
                    place: "\(values.origin(.tlsKey))",
                    reason: "'server.tls.key' is set and 'server.tls.certificate' is not: TLS needs both.")
            }
        }
    }
}
