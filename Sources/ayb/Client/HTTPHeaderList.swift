import CCurl

/// Header lines as libcurl takes them. It keeps no copy, so the list must live until the request is over.
final class HTTPHeaderList {
    let first: UnsafeMutablePointer<curl_slist>?

    init(_ lines: [String]) {
        first = lines.reduce(nil) { list, line in curl_slist_append(list, line) ?? list }
    }

    deinit { curl_slist_free_all(first) }
}
