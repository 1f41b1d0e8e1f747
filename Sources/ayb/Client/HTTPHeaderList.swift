import CCurl

/// Header lines for libcurl. It keeps no copy, so the list must outlive the request.
final class HTTPHeaderList {
    let first: UnsafeMutablePointer<curl_slist>?

    init(_ lines: [String]) {
        first = lines.reduce(nil) { list, line in curl_slist_append(list, line) ?? list }
    }

    deinit { curl_slist_free_all(first) }
}
