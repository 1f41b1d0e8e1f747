import FoundationEssentials
import Subprocess
import SystemPackage

/// A real Chromium without a window, driven over W3C WebDriver. It has its own profile, which goes with it.
package struct Browser: Sendable {
    /// What went wrong, by WebDriver's code.
    package struct Failure: Error {
        package var code: String
        package var message: String
    }

    private let port: Int
    private let session: String

    /// Runs a browser while the body runs.
    ///
    /// - Parameter scripts: whether pages may run JavaScript.
    package static func run<Value: Sendable>(
        scripts: Bool = true, _ body: @escaping @Sendable (Browser) async throws -> Value
    ) async throws -> Value {
        guard let program = Chromium.driver, let chromium = Chromium.browser else {
            throw Failure(code: "not installed", message: "There is no Chromium. Scripts/setup.sh test installs it.")
        }
        let directory = try TestDirectory.make(mode: 0o700)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        return try await driving(program, in: directory) { port in
            let answer = try await send(
                "POST", "/session", capabilities(chromium, profile: "\(directory)/profile", scripts: scripts), to: port)
            guard let session = answer["sessionId"]?.text else {
                throw Failure(code: "no session", message: "\(answer)")
            }
            let browser = Browser(port: port, session: session)
            let result: Result<Value, any Error>
            do { result = .success(try await body(browser)) } catch { result = .failure(error) }
            // Closes the browser; what the body did is what counts.
            _ = try? await browser.command("DELETE", "")
            return try result.get()
        }
    }

    /// Runs chromedriver on a free port while the body runs.
    private static func driving<Value: Sendable>(
        _ program: String, in directory: String, _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> Value {
        let log = try FileDescriptor.open(
            FilePath("\(directory)/log"), .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
        return try await withThrowingTaskGroup(of: Value?.self) { [options] group in
            group.addTask {
                _ = try await Subprocess.run(
                    .path(FilePath(program)), arguments: ["--port=0"],
                    environment: .inherit.updating(["HOME": directory, "TMPDIR": directory]),
                    platformOptions: options, output: .fileDescriptor(log, closeAfterSpawningProcess: true),
                    error: .discarded)
                return nil
            }
            group.addTask {
                var port: Int?
                try await eventually("chromedriver listens") {
                    let text = try String(contentsOfFile: "\(directory)/log", encoding: .utf8)
                    port = text.firstMatch(of: /started successfully on port (\d+)/).flatMap { Int($0.1) }
                    return port != nil
                }
                return try await body(port ?? 0)
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw Failure(code: "ended", message: "chromedriver has ended")
        }
    }

    private static func capabilities(_ chromium: String, profile: String, scripts: Bool) -> WebValue {
        // Its sandbox is not for root, and needs what containers lack; the only pages are our own.
        var arguments: [WebValue] = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--hide-scrollbars", "--window-size=1280,900", "--lang=en", .string("--user-data-dir=\(profile)"),
        ]
        if !scripts { arguments.append("--blink-settings=scriptEnabled=false") }
        let options: WebValue = ["binary": .string(chromium), "args": .array(arguments)]
        return [
            "capabilities": [
                "alwaysMatch": [
                    "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL"],
                    "timeouts": ["pageLoad": 60000, "script": 60000],
                ]
            ]
        ]
    }

    /// Sends a command of the session.
    @discardableResult
    package func command(_ method: String, _ path: String, _ body: WebValue = [:]) async throws -> WebValue {
        try await Self.send(method, "/session/\(session)\(path)", body, to: port)
    }

    private static func send(
        _ method: String, _ path: String, _ body: WebValue, to port: Int
    ) async throws -> WebValue {
        let bytes = method == "POST" ? Array(try JSONEncoder().encode(body)) : []
        let answer = try await LoopbackHTTP.send(method, path, body: bytes, to: port)
        let value = try JSONDecoder().decode(WebValue.self, from: Data(answer.body))["value"] ?? .null
        guard answer.status < 400 else {
            throw Failure(code: value["error"]?.text ?? "\(answer.status)", message: value["message"]?.text ?? "")
        }
        return value
    }
}
