import Crypto

/// A file that pages load, under a name that changes with its content, so that browsers keep it for good.
struct Asset: Sendable {
    /// Such as `dashboard.3f2a90bc51de77a0.css`.
    let name: String
    let mediaType: String
    let bytes: [UInt8]

    /// - Parameter name: The name of the file without the hash.
    init(_ name: String, _ bytes: [UInt8]) {
        let parts = name.split(separator: ".")
        let hash = SHA256.hash(data: bytes).prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        self.name = "\(parts[0]).\(hash).\(parts[1])"
        self.bytes = bytes
        mediaType =
            switch parts[1] {
            case "css": "text/css; charset=utf-8"
            case "js": "text/javascript; charset=utf-8"
            default: "image/svg+xml"
            }
    }
}
