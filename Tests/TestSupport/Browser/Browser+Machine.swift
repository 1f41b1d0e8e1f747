/// What the browser itself can do: run scripts, open tabs, imitate other screens, and say what it complained about.
extension Browser {
    /// Runs a script in the page.
    ///
    /// - Returns: what it returns.
    @discardableResult
    package func run(_ script: String, _ arguments: WebValue...) async throws -> WebValue {
        try await command("POST", "/execute/sync", ["script": .string(script), "args": .array(arguments)])
    }

    /// Runs a script that calls its last argument when it is done.
    package func runUntilCalledBack(_ script: String) async throws -> WebValue {
        try await command("POST", "/execute/async", ["script": .string(script), "args": []])
    }

    /// Sends a command of the DevTools protocol.
    package func devtools(_ method: String, _ parameters: WebValue = [:]) async throws {
        try await command("POST", "/goog/cdp/execute", ["cmd": .string(method), "params": parameters])
    }

    /// Has the page prefer dark or light colours.
    package func prefer(dark: Bool) async throws {
        let feature: WebValue = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
        try await devtools("Emulation.setEmulatedMedia", ["features": [feature]])
    }

    /// Gives the page a screen of that many CSS pixels.
    package func resize(width: Int, height: Int) async throws {
        try await devtools(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .number(Double(width)), "height": .number(Double(height)),
                "deviceScaleFactor": 1, "mobile": false,
            ])
    }

    /// The tab in front.
    package func tab() async throws -> String { try await command("GET", "/window").text ?? "" }

    /// Opens another tab, and goes there.
    package func openTab() async throws -> String {
        let tab = try await command("POST", "/window/new", ["type": "tab"])["handle"]?.text ?? ""
        try await goTo(tab: tab)
        return tab
    }

    /// Goes to a tab.
    package func goTo(tab: String) async throws {
        try await command("POST", "/window", ["handle": .string(tab)])
    }

    /// Forgets all cookies of the page's host.
    package func forgetCookies() async throws { try await command("DELETE", "/cookie") }

    /// The warnings and errors of the console since the last call: errors of scripts, files that did not load, and what the
    /// policy of the page forbade.
    package func complaints() async throws -> [String] {
        try await command("POST", "/se/log", ["type": "browser"]).elements
            .filter { ["SEVERE", "WARNING"].contains($0["level"]?.text) }.compactMap { $0["message"]?.text }
    }
}
