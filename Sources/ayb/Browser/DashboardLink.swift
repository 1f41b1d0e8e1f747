import AybConfiguration
import BranchingCore
import Glibc

/// The one-time link to the sign-in of the dashboard.
struct DashboardLink: Sendable {
    /// The link, with the code in its fragment: no browser sends that to a server.
    let text: Secret

    /// Makes the link.
    ///
    /// - Throws: ``ClientError`` where the server has no dashboard, or no browser can reach it.
    init(_ code: IssuedCodeBody, server: ServerAddress) throws(ClientError) {
        guard let path = code.path else {
            throw ClientError(.failure, "\(server) has no dashboard: admin.dashboard is false in its configuration.")
        }
        let origin: String
        switch server {
        case .url(let url): origin = url
        case .socket:
            guard let url = code.origin else {
                throw ClientError(
                    .failure,
                    "\(server) listens on its Unix socket only, which no browser can use. Have it listen on TCP too: set"
                        + " server.host to 127.0.0.1, or 'ayb stop' and 'ayb start --host 127.0.0.1'.")
            }
            origin = url
        }
        text = Secret(origin + path + "#" + code.code.reveal())
    }

    /// Writes a page that leads to the link, which only the user can read: arguments of programs can be read by all.
    ///
    /// - Returns: its path. The next one replaces it; the code in it is worth nothing after a minute.
    func write(in home: AybHome) throws -> String {
        try home.prepareDirectory()
        let url = text.reveal().replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
            .replacing("<", with: "&lt;")
        let page = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>ayb</title>
            <meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=\(url)"></head>
            <body><a href="\(url)">Continue to the dashboard</a></body></html>

            """
        let path = home.dashboardPage
        let draft = path + ".\(getpid())"
        try OpenFile(draft, O_WRONLY | O_CREAT | O_EXCL).write(page)
        guard rename(draft, path) == 0 else {
            let failure = SystemFailure("rename \(draft)")
            unlink(draft)
            throw failure
        }
        return path
    }
}
