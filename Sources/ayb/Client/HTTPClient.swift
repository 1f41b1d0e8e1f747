import BranchingCore
import CCurl

/// Requests over libcurl, one after the other, on one persistent connection.
///
/// Not Sendable: a libcurl handle belongs to one thread at a time.
final class HTTPClient {
    /// The server.
    let address: ServerAddress
    private let handle: UnsafeMutableRawPointer
    private let certificates: String?
    private let isInterrupted: () -> Bool

    /// The largest answer accepted unless a request says otherwise, in bytes.
    static let responseLimit = 64 << 20

    /// libcurl must be initialised once, before any thread uses it.
    private static let library = curl_global_init(Int(CURL_GLOBAL_SSL))

    /// - Parameters:
    ///   - address: the server.
    ///   - certificates: a file of certificate authorities instead of the system's.
    ///   - isInterrupted: polled during a request.
    init(
        _ address: ServerAddress, certificates: String? = nil, isInterrupted: @escaping () -> Bool = { false }
    ) throws(ClientError) {
        guard Self.library == CURLE_OK, let handle = curl_easy_init() else {
            throw ClientError(.failure, "libcurl could not be started.")
        }
        self.address = address
        self.handle = handle
        self.certificates = certificates
        self.isInterrupted = isInterrupted
    }

    deinit { curl_easy_cleanup(handle) }

    /// Sends a request and waits for the answer, whatever its status.
    ///
    /// - Throws: ``ClientError`` if there is no answer.
    func send(_ request: HTTPRequest) throws(ClientError) -> HTTPResponse {
        curl_easy_reset(handle)
        let exchange = HTTPExchange(limit: request.responseLimit) { [isInterrupted] in
            request.isInterruptible && isInterrupted()
        }
        let headers = HTTPHeaderList(lines(for: request))
        configure(request)
        ayb_curl_setopt_list(handle, CURLOPT_HTTPHEADER, headers.first)
        let code = exchange.perform(on: handle)
        guard code == CURLE_OK else {
            throw ClientError(
                code: code, detail: exchange.errorText, address: address,
                exceededLimit: exchange.isTooLarge ? request.responseLimit : nil)
        }
        var status = 0
        ayb_curl_getinfo_long(handle, CURLINFO_RESPONSE_CODE, &status)
        var redirect: UnsafePointer<CChar>?
        ayb_curl_getinfo_string(handle, CURLINFO_REDIRECT_URL, &redirect)
        return HTTPResponse(status: status, body: exchange.body, redirect: redirect.map { String(cString: $0) })
    }

    private func lines(for request: HTTPRequest) -> [String] {
        var lines = ["Accept: application/json, application/problem+json", "Expect:"] + request.headers
        if request.body != nil { lines.append("Content-Type: application/json") }
        if let key = request.key { lines.append("Authorization: Bearer " + key.reveal()) }
        return lines
    }

    private func configure(_ request: HTTPRequest) {
        set(CURLOPT_URL, address.url(of: request.path))
        set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        set(CURLOPT_USERAGENT, "ayb")
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        // We handle signals; time-outs work without them.
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_CONNECTTIMEOUT_MS, min(10_000, request.timeoutMilliseconds))
        set(CURLOPT_TIMEOUT_MS, request.timeoutMilliseconds)
        if let certificates { set(CURLOPT_CAINFO, certificates) }
        if case .socket(let path) = address { set(CURLOPT_UNIX_SOCKET_PATH, path) }
        // A proxy from the environment has no business with local traffic.
        if address.isLocal { set(CURLOPT_PROXY, "") }
        if let body = request.body {
            set(CURLOPT_POSTFIELDSIZE, body.count)
            body.withUnsafeBytes { bytes in
                _ = ayb_curl_setopt_pointer(
                    handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
            }
        }
    }

    private func set(_ option: CURLoption, _ value: Int) { _ = ayb_curl_setopt_long(handle, option, value) }
    private func set(_ option: CURLoption, _ value: String) { _ = ayb_curl_setopt_string(handle, option, value) }
}
