/// What people do with a page, and see on it. Elements are named by CSS selectors; each call waits for its element.
extension Browser {
    private static let elementKey = "element-6066-11e4-a52e-4f735466cecf"
    /// What a page that is just changing may answer.
    private static let passing: Set = [
        "no such element", "stale element reference", "element not interactable", "element click intercepted",
    ]

    /// Opens an address.
    package func open(_ url: String) async throws {
        try await command("POST", "/url", ["url": .string(url)])
    }

    /// The address of the page.
    package func url() async throws -> String { try await command("GET", "/url").text ?? "" }

    /// The title of the page.
    package func title() async throws -> String { try await command("GET", "/title").text ?? "" }

    /// The page as HTML.
    package func source() async throws -> String { try await command("GET", "/source").text ?? "" }

    /// Clicks an element.
    package func click(_ selector: String) async throws {
        try await patiently(selector) { try await command("POST", "\($0)/click") }
    }

    /// Types into a field.
    package func type(_ text: String, into selector: String) async throws {
        try await patiently(selector) { try await command("POST", "\($0)/value", ["text": .string(text)]) }
    }

    /// Empties a field.
    package func clear(_ selector: String) async throws {
        try await patiently(selector) { try await command("POST", "\($0)/clear") }
    }

    /// The text of an element as it is seen.
    package func text(_ selector: String) async throws -> String {
        try await patiently(selector) { try await command("GET", "\($0)/text") }.text ?? ""
    }

    /// An attribute of an element; nil without it.
    package func attribute(_ name: String, of selector: String) async throws -> String? {
        try await patiently(selector) { try await command("GET", "\($0)/attribute/\(name)") }.text
    }

    /// How many elements are there now, seen or not.
    package func count(_ selector: String) async throws -> Int {
        try await command("POST", "/elements", Self.query(selector)).elements.count
    }

    /// Whether an element is there and seen now.
    package func shows(_ selector: String) async throws -> Bool {
        for element in try await command("POST", "/elements", Self.query(selector)).elements {
            guard let id = element[Self.elementKey]?.text else { continue }
            do {
                if try await command("GET", "/element/\(id)/displayed") == true { return true }
            } catch let failure as Failure where Self.passing.contains(failure.code) {
                continue
            }
        }
        return false
    }

    /// Waits until an element is seen, with a text in it.
    package func wait(for selector: String, saying text: String = "") async throws {
        try await eventually("\(selector) says '\(text)'", within: .seconds(60)) {
            guard try await shows(selector) else { return false }
            return try await self.text(selector).contains(text)
        }
    }

    /// Presses keys, one after the other: see ``BrowserKey``.
    package func press(_ keys: String..., shift: Bool = false) async throws {
        var actions: [WebValue] = shift ? [["type": "keyDown", "value": .string(BrowserKey.shift)]] : []
        for key in keys {
            actions.append(["type": "keyDown", "value": .string(key)])
            actions.append(["type": "keyUp", "value": .string(key)])
        }
        if shift { actions.append(["type": "keyUp", "value": .string(BrowserKey.shift)]) }
        try await command(
            "POST", "/actions", ["actions": [["type": "key", "id": "keyboard", "actions": .array(actions)]]])
    }

    private static func query(_ selector: String) -> WebValue {
        ["using": "css selector", "value": .string(selector)]
    }

    /// Finds an element and does something with it, until the page is ready for that.
    @discardableResult
    private func patiently(_ selector: String, _ body: (String) async throws -> WebValue) async throws -> WebValue {
        let end = ContinuousClock.now + .seconds(30)
        while true {
            do {
                let found = try await command("POST", "/element", Self.query(selector))
                return try await body("/element/\(found[Self.elementKey]?.text ?? "")")
            } catch let failure as Failure where Self.passing.contains(failure.code) && ContinuousClock.now < end {
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }
}
