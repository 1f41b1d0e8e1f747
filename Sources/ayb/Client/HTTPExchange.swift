import CCurl

/// One request in progress: what libcurl's callbacks write to.
final class HTTPExchange {
    private(set) var body: [UInt8] = []
    private(set) var isTooLarge = false
    private(set) var errorText = ""
    private let limit: Int
    private let isInterrupted: () -> Bool

    init(limit: Int, isInterrupted: @escaping () -> Bool) {
        self.limit = limit
        self.isInterrupted = isInterrupted
    }

    /// Runs the request; callbacks come only during this call, so the pointers they get are valid.
    func perform(on handle: UnsafeMutableRawPointer) -> CURLcode {
        let context = Unmanaged.passUnretained(self).toOpaque()
        ayb_curl_setopt_pointer(handle, CURLOPT_WRITEDATA, context)
        ayb_curl_setopt_write(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let exchange = Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue()
            return exchange.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        ayb_curl_setopt_long(handle, CURLOPT_NOPROGRESS, 0)
        ayb_curl_setopt_pointer(handle, CURLOPT_XFERINFODATA, context)
        ayb_curl_setopt_progress(handle) { context, _, _, _, _ in
            guard let context else { return 1 }
            return Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue().isInterrupted() ? 1 : 0
        }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CURL_ERROR_SIZE)) { text in
            text.initialize(repeating: 0)
            ayb_curl_setopt_pointer(handle, CURLOPT_ERRORBUFFER, text.baseAddress)
            defer { ayb_curl_setopt_pointer(handle, CURLOPT_ERRORBUFFER, nil) }
            let code = curl_easy_perform(handle)
            errorText = text.baseAddress.map { String(cString: $0) } ?? ""
            if errorText.isEmpty, let words = curl_easy_strerror(code) { errorText = String(cString: words) }
            return code
        }
    }

    /// Any return value but the number of bytes ends the transfer.
    private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= limit else {
            isTooLarge = true
            return 0
        }
        body += bytes
        return bytes.count
    }
}

/// Header lines for libcurl. It keeps no copy, so the list must outlive the request.
final class HTTPHeaderList {
    let first: UnsafeMutablePointer<curl_slist>?

    init(_ lines: [String]) {
        first = lines.reduce(nil) { list, line in curl_slist_append(list, line) ?? list }
    }

    deinit { curl_slist_free_all(first) }
}
