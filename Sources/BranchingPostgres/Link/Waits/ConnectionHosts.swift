import CLibpq
import Glibc

/// The hosts of a connection string (manual section 34.1.1.3), without those that did not answer.
struct ConnectionHosts {
    /// Where a connection is, or would be.
    struct Place: Equatable {
        var host: String
        var address: String
        var port: String

        init(_ connection: OpaquePointer) {
            host = PQhost(connection).map { String(cString: $0) } ?? ""
            address = PQhostaddr(connection).map { String(cString: $0) } ?? ""
            port = PQport(connection).map { String(cString: $0) } ?? ""
        }
    }

    private struct Entry {
        var host: String
        var address: String
        var port: String
    }

    private var entries: [Entry]
    private var isChanged = false

    init(_ parameters: ConnectionParameters) {
        let hosts = Self.list(parameters["host"])
        let addresses = Self.list(parameters["hostaddr"])
        let ports = Self.list(parameters["port"])
        entries = (0..<max(hosts.count, addresses.count, 1)).map { index in
            Entry(
                host: hosts.indices.contains(index) ? hosts[index] : "",
                address: addresses.indices.contains(index) ? addresses[index] : "",
                port: ports.indices.contains(index) ? ports[index] : ports.count == 1 ? ports[0] : "")
        }
    }

    /// The parameters with the remaining hosts.
    func applied(to parameters: ConnectionParameters) -> ConnectionParameters {
        guard isChanged else { return parameters }
        var copy = parameters
        copy["host"] = entries.map(\.host).joined(separator: ",")
        copy["hostaddr"] =
            entries.contains { !$0.address.isEmpty } ? entries.map(\.address).joined(separator: ",") : nil
        copy["port"] = entries.map(\.port).joined(separator: ",")
        return copy
    }

    /// Leaves out an address that did not answer. Other addresses of the same name stay.
    ///
    /// - Returns: whether any is left.
    mutating func leaveOut(_ place: Place) -> Bool {
        let found = entries.firstIndex {
            ($0.host == place.host || $0.host.isEmpty) && ($0.port == place.port || $0.port.isEmpty)
                && ($0.address.isEmpty || $0.address == place.address)
        }
        guard let found else { return false }
        let entry = entries.remove(at: found)
        isChanged = true
        if entry.address.isEmpty, !entry.host.isEmpty, !place.address.isEmpty {
            let others = Self.addresses(of: entry.host).filter { $0 != place.address }
            entries.insert(
                contentsOf: others.map { Entry(host: entry.host, address: $0, port: place.port) }, at: found)
        }
        return !entries.isEmpty
    }

    private static func list(_ text: String?) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    private static func addresses(of name: String) -> [String] {
        var hints = addrinfo()
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        var found: [String] = []
        var next = first
        while let entry = next {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let (address, length) = (entry.pointee.ai_addr, entry.pointee.ai_addrlen)
            if getnameinfo(address, length, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 {
                found.append(String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
            }
            next = entry.pointee.ai_next
        }
        return found
    }
}
