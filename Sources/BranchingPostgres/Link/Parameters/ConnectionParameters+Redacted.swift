import BranchingCore

extension ConnectionParameters {
    /// The connection as a URL that can be shown: without passwords, and without what only libpq needs.
    package var redactedURL: String {
        let user = self["user"].map { PercentEncoding.text($0) + "@" } ?? ""
        let database = PercentEncoding.text(self["dbname"] ?? "")
        let host = self["host"] ?? self["hostaddr"] ?? ""
        let port = self["port"] ?? ""
        if host.hasPrefix("/") {
            let suffix = port.isEmpty ? "" : "&port=" + PercentEncoding.text(port)
            // A query may contain a slash as it is (RFC 3986, section 3.4).
            let path = PercentEncoding.text(host).replacing("%2F", with: "/")
            return "postgresql://\(user)/\(database)?host=\(path)\(suffix)"
        }
        // One port for all hosts, or one for each.
        let hosts = host.split(separator: ",", omittingEmptySubsequences: false)
        let ports = port.split(separator: ",", omittingEmptySubsequences: false)
        let authority = hosts.enumerated().map { index, host in
            let port = ports.count > index ? ports[index] : ports.last ?? ""
            let name = isAddressWithColons(host) ? "[\(host)]" : PercentEncoding.text(String(host))
            return port.isEmpty ? name : "\(name):\(PercentEncoding.text(String(port)))"
        }
        return "postgresql://\(user)\(authority.joined(separator: ","))/\(database)"
    }

    /// Only an IPv6 address may be in brackets (RFC 3986, section 3.2.2).
    private func isAddressWithColons(_ host: Substring) -> Bool {
        host.contains(":") && host.utf8.allSatisfy { "0123456789abcdefABCDEF:.".utf8.contains($0) }
    }
}
