import BranchingCore
import HTTPTypes
import Hummingbird

/// The cookie that carries a session.
enum SessionCookie {
    /// Over TLS. By its prefix a browser takes it from this host over TLS only, for all paths (RFC 6265bis, section 4.1.3).
    static let secureName = "__Host-ayb_session"
    /// On plain HTTP to this machine, where a browser would not keep the other.
    static let loopbackName = "ayb_session"

    /// The session's token that a request carries; nil where there is none, or more than one, since then somebody else set
    /// one of them.
    static func token(in request: Request) -> RandomToken? {
        let secure = values(of: secureName, in: request)
        if !secure.isEmpty { return secure.count == 1 ? RandomToken(String(secure[0])) : nil }
        guard ConnectionSecurity.isLoopback(host: request.head.authority) else { return nil }
        let plain = values(of: loopbackName, in: request)
        return plain.count == 1 ? RandomToken(String(plain[0])) : nil
    }

    /// Has the browser keep a token until it is closed; the server ends the session.
    static func setting(_ token: RandomToken, _ security: ConnectionSecurity) -> String {
        switch security {
        case .loopback: "\(loopbackName)=\(token.text.reveal()); Path=/; HttpOnly; SameSite=Strict"
        case .secure: "\(secureName)=\(token.text.reveal()); Path=/; HttpOnly; Secure; SameSite=Strict"
        }
    }

    /// Has the browser forget the token that a request carries.
    static func clearing(_ request: Request) -> [String] {
        var cookies: [String] = []
        if !values(of: secureName, in: request).isEmpty {
            cookies.append("\(secureName)=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict")
        }
        if !values(of: loopbackName, in: request).isEmpty {
            cookies.append("\(loopbackName)=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict")
        }
        return cookies
    }

    /// The values of the cookies with a name (RFC 6265, section 4.2.1); names are compared to the letter.
    private static func values(of name: String, in request: Request) -> [Substring] {
        request.headers[values: .cookie].flatMap { $0.split(separator: ";") }.compactMap { pair in
            let pair = pair.drop { $0 == " " || $0 == "\t" }
            guard let end = pair.firstIndex(of: "="), pair[..<end] == name else { return nil }
            return pair[pair.index(after: end)...]
        }
    }
}
