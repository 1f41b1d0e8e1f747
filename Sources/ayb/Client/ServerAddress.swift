import CCurl

/// Where a server listens.
enum ServerAddress: Sendable, Hashable {
    /// An `http` or `https` URL, without a trailing slash.
    case url(String)
    /// The path of a Unix socket.
    case socket(String)

    /// Reads `http://…`, `https://…` or `unix:///path`.
    ///
    /// - Throws: ``ClientError`` with status usage; its text never holds the URL, which may hold a password.
    init(parsing text: String, from place: String) throws(ClientError) {
        if text.hasPrefix("unix:") {
            let path = text.dropFirst(text.hasPrefix("unix://") ? 7 : 5)
            guard path.hasPrefix("/"), path.utf8.count < 108 else {
                throw ClientError(.usage, "\(place): a Unix socket is written unix:///absolute/path, under 108 bytes.")
            }
            self = .socket(String(path))
            return
        }
        guard let parsed = curl_url() else { throw ClientError(.failure, "out of memory.") }
        defer { curl_url_cleanup(parsed) }
        guard curl_url_set(parsed, CURLUPART_URL, text, 0) == CURLUE_OK,
            let scheme = Self.part(CURLUPART_SCHEME, of: parsed), scheme == "http" || scheme == "https"
        else {
            throw ClientError(.usage, "\(place): a server is written http://host:port, https://host or unix:///path.")
        }
        for part in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_QUERY, CURLUPART_FRAGMENT] {
            guard Self.part(part, of: parsed) == nil else {
                throw ClientError(
                    .usage,
                    "\(place): the URL of a server has no user, password, query or fragment."
                        + " Give the key with --api-key-file or AYB_API_KEY.")
            }
        }
        self = .url(String(text.reversed().drop { $0 == "/" }.reversed()))
    }

    /// The URL of a path on this server, for libcurl.
    func url(of path: String) -> String {
        switch self {
        case .url(let base): base + path
        case .socket: "http://localhost" + path
        }
    }

    /// Whether traffic stays on this machine.
    var isLocal: Bool {
        guard case .url(let url) = self else { return true }
        guard let parsed = curl_url() else { return false }
        defer { curl_url_cleanup(parsed) }
        guard curl_url_set(parsed, CURLUPART_URL, url, 0) == CURLUE_OK,
            let host = Self.part(CURLUPART_HOST, of: parsed)
        else { return false }
        return host == "localhost" || host == "[::1]"
            || host.hasPrefix("127.") && host.allSatisfy { "0123456789.".contains($0) }
    }

    /// Whether traffic can be read on its way.
    var isPlainText: Bool {
        guard case .url(let url) = self else { return false }
        return !url.lowercased().hasPrefix("https:") && !isLocal
    }

    private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}

extension ServerAddress: CustomStringConvertible {
    var description: String {
        switch self {
        case .url(let url): url
        case .socket(let path): "unix://" + path
        }
    }
}
