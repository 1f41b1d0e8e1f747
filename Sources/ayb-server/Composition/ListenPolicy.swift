import AybConfiguration

/// Where the server may listen.
enum ListenPolicy {
    /// Refuses to listen beyond this machine without a configured key.
    static func check(_ configuration: Configuration) throws(StartError) {
        guard configuration.server.listensOnTCP, !isLoopback(configuration.server.host) else { return }
        guard case .generated = configuration.admin else { return }
        throw .configuration(
            "server.host is '\(configuration.server.host)', which others can reach, and no admin token is configured. Set AYB_ADMIN_TOKEN or admin.token_file (make one with: openssl rand -hex 32), or listen on 127.0.0.1."
        )
    }

    /// A warning about where the server listens, for people; nil if there is none.
    static func warning(_ configuration: Configuration) -> String? {
        let server = configuration.server
        guard server.listensOnTCP, !isLoopback(server.host), server.tls == nil else { return nil }
        return
            "server.host is '\(server.host)', which others can reach, and there is no TLS: anybody on the network path can read the admin token and passwords. Set server.tls.certificate and server.tls.key, or listen on 127.0.0.1 behind a proxy that speaks TLS."
    }

    /// The same about the metrics, which anybody may read where they have a listener.
    static func metricsWarning(_ configuration: Configuration) -> String? {
        guard let metrics = configuration.metrics, !isLoopback(metrics.host) else { return nil }
        return
            "metrics.listen is '\(metrics.host)', which others can reach, and the metrics need no key there. They name no branch, but say how many there are and what is asked of the server. Listen on 127.0.0.1, or have Prometheus read /metrics with a viewer's key."
    }

    /// Loopback by RFC 5735 and RFC 4291; of names only `localhost`.
    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.first == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
