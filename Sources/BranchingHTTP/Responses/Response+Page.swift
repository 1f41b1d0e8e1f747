import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A page.
    static func html(_ text: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        var headers = headers
        headers[.contentType] = "text/html; charset=utf-8"
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Has the browser get another page, after a form or instead of this one. A path of ours only.
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }

    /// Adds cookies.
    func settingCookies(_ cookies: [String]) -> Response {
        var response = self
        response.headers[values: .setCookie] += cookies
        return response
    }
}
