import HTTPTypes

extension HTTPField.Name {
    // Each is a valid token, so none can be nil; the fallback keeps a typo from crashing.
    static let requestID = HTTPField.Name("X-Request-Id") ?? .from
    static let prefer = HTTPField.Name("Prefer") ?? .from
    static let preferenceApplied = HTTPField.Name("Preference-Applied") ?? .from
    static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .from
    static let link = HTTPField.Name("Link") ?? .from
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .from
    static let secFetchMode = HTTPField.Name("Sec-Fetch-Mode") ?? .from
    static let formToken = HTTPField.Name("X-Ayb-Form-Token") ?? .from
    static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .from
    static let crossOriginOpenerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy") ?? .from
    static let crossOriginResourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy") ?? .from
    static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .from
    static let accelBuffering = HTTPField.Name("X-Accel-Buffering") ?? .from
}
