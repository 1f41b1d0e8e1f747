import BranchingCore

extension ConnectionParameters {
    /// The values of the parameters that take one of a few words (manual section 34.1.2).
    private static let words = [
        ("sslmode", ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"]),
        ("target_session_attrs", ["any", "read-write", "read-only", "primary", "standby", "prefer-standby"]),
    ]

    /// Checks what libpq would refuse only when it connects.
    ///
    /// - Throws: ``BranchError/invalidSource(_:)`` that names the parameter and what it takes.
    func checkValues() throws(BranchError) {
        for (keyword, allowed) in Self.words {
            guard let value = self[keyword], !value.isEmpty, !allowed.contains(value) else { continue }
            throw .invalidSource(
                "The parameter '\(keyword)' of the connection string is one of \(allowed.joined(separator: ", ")).")
        }
        if let seconds = self["connect_timeout"], !seconds.isEmpty, Int32(seconds.trimmedLine) == nil {
            throw .invalidSource("The parameter 'connect_timeout' of the connection string is a number of seconds.")
        }
        try checkPorts()
    }

    private func checkPorts() throws(BranchError) {
        guard let list = self["port"], !list.isEmpty else { return }
        let ports = list.split(separator: ",", omittingEmptySubsequences: false)
        let areRight = ports.allSatisfy { port in
            let number = Int(String(port).trimmedLine)
            return port.isEmpty || number.map { (1...65_535).contains($0) } ?? false
        }
        guard areRight else {
            throw .invalidSource("The port in the connection string is a number from 1 to 65535.")
        }
        let hosts = (self["host"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
        guard ports.count == 1 || ports.count == hosts.count else {
            throw .invalidSource(
                "The connection string names \(hosts.count) hosts and \(ports.count) ports: it takes one port, or one for each host."
            )
        }
    }
}
