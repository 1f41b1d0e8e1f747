import BranchingCore
import TestSupport
import Testing

/// A real server on a source of its own, and a browser that looks at its dashboard.
struct DashboardScene: Sendable {
    let cluster: TestCluster
    /// The source database.
    let source: String
    let server: ServerProcess
    /// The server's address, such as `http://127.0.0.1:41234`.
    let address: String
    let browser: Browser

    /// Runs a server and a browser while the body runs.
    ///
    /// - Parameters:
    ///   - scripts: whether pages may run JavaScript.
    ///   - forgiving: whether the browser may complain: of a refused request, which it cannot tell from an accident.
    static func run(
        scripts: Bool = true, forgiving: Bool = false, _ body: @escaping @Sendable (DashboardScene) async throws -> Void
    ) async throws {
        let cluster = try await TestCluster.shared()
        let source = try await cluster.createSource([
            "CREATE TABLE t AS SELECT i AS a, repeat('x', 100) AS b FROM generate_series(1, 100) AS i"
        ])
        let control = TestCluster.uniqueName("control")
        try await ServerProcess.run(
            database: cluster.serverURL(database: source), control: control,
            arguments: ["--host", "127.0.0.1", "--port", "0"]
        ) { server in
            let address = try #require(try await server.addresses().first { $0.hasPrefix("http://") })
            try await Browser.run(scripts: scripts) { browser in
                let scene = DashboardScene(
                    cluster: cluster, source: source, server: server, address: address, browser: browser)
                try await body(scene)
                let complaints = try await browser.complaints()
                #expect(forgiving || complaints == [])
            }
        }
        let branches = try await cluster.psql("SELECT branch_database FROM ayb.branch", database: control)
        for database in branches.split(separator: "\n") + [control[...], source[...]] {
            try await cluster.dropDatabase(String(database))
        }
    }

    /// Branch databases are unique in a cluster, and others' tests run on it too.
    func name(_ stem: String) -> String { "\(stem)-\(source.suffix(6))" }

    /// Opens a page of the dashboard.
    func open(_ path: String) async throws { try await browser.open("\(address)/admin\(path)") }

    /// Signs in on the page that is shown for that.
    func signIn(with key: String = ServerProcess.token) async throws {
        try await open("/sign-in")
        try await browser.type(key, into: "#key")
        try await browser.click("#sign-in button")
        try await browser.wait(for: "h1", saying: "Branches")
    }

    /// Creates a branch over the API, and waits until it is ready or failed.
    func create(_ name: String, key: String = ServerProcess.token, more: String = "") async throws {
        _ = try await server.request("POST", APIPath.branches, body: #"{"name":"\#(name)"\#(more)}"#, key: key)
    }

    /// A branch that fails, because its source is not there.
    func createFailing(_ name: String) async throws {
        let nowhere = cluster.url(database: "nowhere", user: TestCluster.serverRole).reveal()
        try await create(name, more: #","from":"\#(nowhere)""#)
    }

    /// Makes an API key.
    func key(_ role: AccessRole) async throws -> String {
        let body = #"{"name":"\#(TestCluster.uniqueName(role.rawValue))","role":"\#(role.rawValue)"}"#
        let answer = try #require(try await server.request("POST", APIPath.keys, body: body))
        return try answer.decoded(IssuedKeyBody.self).secret.reveal()
    }

    /// The selector of a branch's row.
    func row(_ name: String) -> String { "tr[data-name='\(name)']" }

    /// Marks the page, so that a reload would show.
    func mark() async throws { try await browser.run("window.isTheSame = true") }

    /// Whether the page is still the one that was marked.
    func isTheSamePage() async throws -> Bool { try await browser.run("return window.isTheSame === true") == true }
}
