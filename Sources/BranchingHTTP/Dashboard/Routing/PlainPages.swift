import BranchingCore

/// The pages that stand outside the layout of the others: the sign-in, and what says that something went wrong.
enum PlainPages {
    static func problem(_ problem: Problem, _ path: DashboardPath) -> String {
        page(
            problem.title,
            """
            <h1>\(escaped(problem.title))</h1><p>\(escaped(problem.detail ?? ""))</p>\
            <p>\(escaped(problem.requestID ?? ""))</p><p><a href="\(path)">Back to the dashboard</a></p>
            """)
    }

    static func signIn(_ view: SignInView) -> String {
        let failure = view.failure.map { #"<p role="alert">\#(escaped($0))</p>"# } ?? ""
        guard !view.isInsecure else {
            return page(
                "Sign in", "<h1>Sign in</h1><p>\(escaped(RefusedRequest.insecureConnection.problem.detail ?? ""))</p>")
        }
        return page(
            "Sign in",
            """
            <h1>Sign in</h1>\(failure)<form method="post" action="\(view.path)/sign-in">\
            <input type="hidden" name="then" value="\(escaped(view.then?.description ?? ""))">\
            <label>API key <input type="password" name="key" autocomplete="off" required></label>\
            <button>Sign in</button></form>
            """)
    }

    private static func page(_ title: String, _ body: String) -> String {
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(escaped(title)) – ayb</title></head>\
        <body><main>\(body)</main></body></html>
        """
    }

    private static func escaped(_ text: String) -> String {
        VisibleText.escaping(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
