import BranchingCore
import TestSupport
import Testing

/// Coming in and going out of the dashboard, in a real Chromium.
@Suite(.serialized, .enabled(if: Chromium.isInstalled, "Chromium is not installed"), .timeLimit(.minutes(5)))
struct DashboardAccessTests {
    @Test func `a wrong key is refused, the right one leads on, and signing out ends it in all tabs`() async throws {
        // The browser complains of the 401 itself.
        try await DashboardScene.run(forgiving: true) { scene in
            let browser = scene.browser
            try await scene.open("/compare")
            try await browser.wait(for: "h1", saying: "Sign in")
            try await browser.type("ayb_wrong", into: "#key")
            try await browser.click("#sign-in button")
            try await browser.wait(for: "#problem")
            try await browser.type(ServerProcess.token, into: "#key")
            try await browser.click("#sign-in button")
            try await browser.wait(for: "h1", saying: "Compare")
            let first = try await browser.tab()
            _ = try await browser.openTab()
            try await scene.open("/branches")
            try await browser.click(".account button")
            try await browser.wait(for: "h1", saying: "Sign in")
            try await browser.goTo(tab: first)
            try await browser.click(".top nav a")
            try await browser.wait(for: "h1", saying: "Sign in")
            let complaints = try await browser.complaints()
            #expect(complaints.count == 1 && complaints[0].contains("401"), "\(complaints)")
        }
    }

    @Test func `a session that is over leads to the sign-in, and back to the page`() async throws {
        try await DashboardScene.run { scene in
            let browser = scene.browser
            try await scene.signIn()
            let sessions = try #require(try await scene.server.request("GET", "/api/admin/sessions"))
            let session = try #require(sessions.body.firstMatch(of: /"id":"([^"]+)"/)?.1)
            #expect(try await scene.server.request("DELETE", "/api/admin/sessions/\(session)")?.status == 200)
            try await browser.click("a[data-new]")
            try await browser.wait(for: "h1", saying: "Sign in")
            try await browser.type(ServerProcess.token, into: "#key")
            try await browser.click("#sign-in button")
            try await browser.wait(for: "h1", saying: "Add Branch")
        }
    }

    @Test func `a one-time link fills in its code, takes a click, and works once`() async throws {
        try await DashboardScene.run(forgiving: true) { scene in
            let browser = scene.browser
            let answer = try #require(try await scene.server.request("POST", "/api/admin/session/codes"))
            let code = try answer.decoded(IssuedCodeBody.self)
            let link = scene.address + (try #require(code.path)) + "#" + code.code.reveal()
            try await browser.open(link)
            try await browser.wait(for: "h1", saying: "Sign in")
            try await eventually("the code is not in the address any more") {
                try await browser.url() == scene.address + "/admin/sign-in"
            }
            try await browser.click("#sign-in button")
            try await browser.wait(for: "h1", saying: "Branches")
            try await browser.click(".account button")
            try await browser.wait(for: "h1", saying: "Sign in")
            try await browser.open(link)
            try await browser.click("#sign-in button")
            try await browser.wait(for: "#problem")
        }
    }

    @Test func `everything works without JavaScript`() async throws {
        try await DashboardScene.run(scripts: false) { scene in
            let browser = scene.browser
            let name = scene.name("plain")
            let hold = try await SourceHold(scene.source, in: scene.cluster)
            try await scene.signIn()
            try await browser.click("a[data-new]")
            try await browser.type(name, into: "#name")
            try await browser.click("button[value=plan]")
            try await browser.wait(for: "#plan", saying: try BranchName(name).databaseName)
            try await browser.click("button[value=create]")
            try await browser.wait(for: ".status", saying: "creating")
            try await hold.reached()
            await hold.release()
            // The page loads itself again.
            try await browser.wait(for: ".notice.good", saying: "Branch \"\(name)\" created")
            #expect(try await browser.text("#connect-uri").hasPrefix("postgresql://ayb@"))
            try await browser.click("#reveal button")
            try await eventually("the password is shown") {
                try await browser.text("#connect-uri").hasPrefix("postgresql://ayb:")
            }
            try await scene.open("/branches")
            try await browser.type("nothing", into: "#search")
            try await browser.click(".filter button")
            try await browser.wait(for: "#empty", saying: "No branch matches")
            try await scene.open("/compare?from=main&to=\(name)")
            try await browser.click("main form button.primary")
            try await browser.wait(for: "#result", saying: "main → \(name)")
            try await scene.open("/branches")
            try await browser.click("\(scene.row(name)) summary")
            try await browser.click("\(scene.row(name)) a[data-delete]")
            try await browser.wait(for: "main", saying: "Are you sure you want to delete \(name)?")
            try await browser.click("main button.danger")
            try await browser.wait(for: ".notice.good", saying: "Branch \"\(name)\" deleted")
            try await browser.click(".account button")
            try await browser.wait(for: "h1", saying: "Sign in")
        }
    }

    @Test func `everything works by keyboard alone`() async throws {
        try await DashboardScene.run { scene in
            let browser = scene.browser
            let name = scene.name("keys")
            func focused() async throws -> String {
                try await browser.run(
                    "const e = document.activeElement; return e.getAttribute('aria-label') ?? e.id + '|' + e.textContent.trim()"
                ).text ?? ""
            }
            func tab(to wanted: String) async throws {
                for _ in 0..<60 where try await focused() != wanted { try await browser.press(BrowserKey.tab) }
                #expect(try await focused() == wanted)
            }
            try await scene.open("/sign-in")
            // The field has the focus.
            for character in ServerProcess.token { try await browser.press(String(character)) }
            try await browser.press(BrowserKey.enter)
            try await browser.wait(for: "h1", saying: "Branches")
            try await browser.press("?")
            try await browser.wait(for: "#keys", saying: "Add a branch")
            try await browser.press(BrowserKey.escape)
            try await browser.press("/")
            #expect(try await focused() == "search|")
            try await browser.press(BrowserKey.tab, BrowserKey.tab, BrowserKey.tab)
            try await browser.press("n")
            try await browser.wait(for: "h1", saying: "Add Branch")
            try await tab(to: "name|")
            for character in name { try await browser.press(String(character)) }
            try await browser.press(BrowserKey.enter)
            try await browser.wait(for: ".status", saying: "ready")
            try await scene.open("/branches")
            // The first thing that can be reached skips the rest.
            try await browser.press(BrowserKey.tab)
            #expect(try await focused() == "|Skip to content")
            try await browser.press(BrowserKey.enter)
            try await tab(to: "Actions for \(name)")
            try await browser.press(BrowserKey.enter)
            try await tab(to: "|Delete")
            try await browser.press(BrowserKey.enter)
            try await browser.wait(for: "#confirm", saying: name)
            #expect(try await focused() == "|Cancel")
            try await browser.press(BrowserKey.tab)
            #expect(try await focused() == "|Confirm")
            try await browser.press(BrowserKey.enter)
            try await browser.wait(for: ".notice.good", saying: "deleted")
        }
    }
}
