import BranchingCore
import TestSupport
import Testing

/// The dashboard of a real server in a real Chromium.
@Suite(.serialized, .enabled(if: Chromium.isInstalled, "Chromium is not installed"), .timeLimit(.minutes(5)))
struct DashboardTests {
    @Test func `a branch is planned, created, and ready without a reload, in two tabs`() async throws {
        try await DashboardScene.run { scene in
            let browser = scene.browser
            let name = scene.name("feature-auth")
            try await scene.signIn()
            let list = try await browser.tab()
            #expect(try await browser.text("#empty") == "No branches yet\nCreate a branch to get started.")
            try await scene.mark()
            _ = try await browser.openTab()
            try await scene.open("/branches")
            try await browser.click("a[data-new]")
            try await browser.type("Bad", into: "#name")
            try await browser.wait(for: "#name-problem", saying: "lower-case letters")
            #expect(try await browser.attribute("aria-invalid", of: "#name") == "true")
            try await browser.clear("#name")
            try await browser.type(name, into: "#name")
            let database = try BranchName(name).databaseName
            try await browser.wait(for: "#database", saying: database)
            try await scene.mark()
            try await browser.click("button[value=plan]")
            try await browser.wait(for: "#plan", saying: database)
            #expect(try await browser.text("#plan").contains("template"))
            #expect(try await scene.isTheSamePage())
            let hold = try await SourceHold(scene.source, in: scene.cluster)
            try await browser.click("button[value=create]")
            try await browser.wait(for: "h1", saying: name)
            try await hold.reached()
            try await browser.wait(for: ".status", saying: "creating")
            #expect(!(try await browser.shows("#connect")))
            try await scene.mark()
            let page = try await browser.tab()
            try await browser.goTo(tab: list)
            try await browser.wait(for: "\(scene.row(name)) .progress")
            #expect(!(try await browser.shows("#empty")))
            await hold.release()
            try await browser.wait(for: "\(scene.row(name)) .status", saying: "ready")
            try await browser.wait(for: "#announcer", saying: "Branch \"\(name)\" created")
            #expect(try await scene.isTheSamePage())
            try await browser.goTo(tab: page)
            try await browser.wait(for: ".status", saying: "ready")
            try await browser.wait(
                for: "#connect", saying: "postgresql://ayb@127.0.0.1:\(scene.cluster.port)/\(database)")
            #expect(try await scene.isTheSamePage())
        }
    }

    @Test func `a failed branch says why in its row`() async throws {
        try await DashboardScene.run { scene in
            let browser = scene.browser
            let name = scene.name("broken")
            try await scene.signIn()
            try await scene.createFailing(name)
            try await browser.wait(for: "\(scene.row(name)) .status", saying: "failed")
            try await browser.click("\(scene.row(name)) details.reason summary")
            try await browser.wait(for: "\(scene.row(name)) details.reason", saying: "source_unreachable")
            #expect(try await browser.text("\(scene.row(name)) [data-part=message]").contains("nowhere"))
            try await browser.click("\(scene.row(name)) a[data-help]")
            try await browser.wait(for: "h1", saying: "Why a branch failed")
            #expect(try await browser.url().hasSuffix("/admin/troubleshooting#source_unreachable"))
        }
    }

    @Test func `a password is shown on a click only, and copied`() async throws {
        try await DashboardScene.run { scene in
            let browser = scene.browser
            let name = scene.name("c")
            try await scene.create(name)
            try await scene.signIn()
            try await browser.click("\(scene.row(name)) summary")
            try await browser.click("\(scene.row(name)) a[data-to=connect]")
            try await browser.wait(for: "#connect-uri", saying: "postgresql://ayb@")
            let secret = PercentEncoding.text(TestCluster.password.reveal())
            #expect(!(try await browser.source().contains(secret)))
            try await scene.mark()
            try await browser.click("#reveal button")
            try await browser.wait(for: "#connect-uri", saying: "postgresql://ayb:\(secret)@")
            #expect(try await browser.text("#connect-psql").hasPrefix("PGPASSWORD='"))
            #expect(try await scene.isTheSamePage())
            let url = try await browser.text("#connect-uri")
            let database = try BranchName(name).databaseName
            #expect(url == scene.cluster.url(database: database, user: TestCluster.serverRole).reveal())
            try await browser.devtools(
                "Browser.grantPermissions", ["permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]])
            try await browser.click("button[data-copy=connect-uri]")
            try await browser.wait(for: "button[data-copy=connect-uri]", saying: "Copied")
            #expect(
                try await browser.runUntilCalledBack("navigator.clipboard.readText().then(arguments[0])").text == url)
            try await browser.open("about:blank")
            try await scene.open("/branches/\(name)")
            #expect(!(try await browser.source().contains(secret)))
        }
    }

    @Test func `a branch is compared with its source, and the SQL verified`() async throws {
        try await DashboardScene.run { scene in
            let browser = scene.browser
            let name = scene.name("d")
            try await scene.create(name)
            try await scene.cluster.psql(
                "ALTER TABLE t ADD COLUMN c int; CREATE INDEX i ON t (c)", database: try BranchName(name).databaseName)
            try await scene.signIn()
            try await browser.click("\(scene.row(name)) summary")
            try await browser.click("\(scene.row(name)) a[data-to=compare]")
            try await browser.click("input[name=verify]")
            try await browser.click("main form button.primary")
            try await browser.wait(for: "#result", saying: "main → \(name)")
            try await browser.wait(for: ".notice.good", saying: "Verified")
            #expect(try await browser.text("#sql").contains("ADD COLUMN c integer"))
            #expect(try await browser.text("main").contains("2 to create."))
        }
    }

    @Test func `a delete asks in a dialog, and the focus comes back`() async throws {
        try await DashboardScene.run { scene in
            let browser = scene.browser
            let name = scene.name("old")
            try await scene.create(name)
            try await scene.signIn()
            try await browser.click("\(scene.row(name)) summary")
            try await browser.click("\(scene.row(name)) a[data-delete]")
            try await browser.wait(
                for: "#confirm", saying: "Are you sure you want to delete \(name)? This action cannot be undone.")
            try await browser.press(BrowserKey.escape)
            try await eventually("the dialog is closed") { !(try await browser.shows("#confirm")) }
            #expect(
                try await browser.run("return document.activeElement.getAttribute('aria-label')").text
                    == "Actions for \(name)")
            try await browser.press(BrowserKey.enter)
            try await browser.click("\(scene.row(name)) a[data-delete]")
            try await browser.click("#confirm button.danger")
            try await browser.wait(for: ".notice.good", saying: "Branch \"\(name)\" deleted")
            try await browser.wait(for: "#empty", saying: "No branches yet")
            #expect(try await scene.server.request("GET", "\(APIPath.branches)/\(name)")?.status == 404)
        }
    }

    @Test func `a developer sees no operator's buttons`() async throws {
        try await DashboardScene.run(forgiving: true) { scene in
            let browser = scene.browser
            let key = try await scene.key(.developer)
            let (mine, theirs) = (scene.name("mine"), scene.name("theirs"))
            try await scene.create(mine, key: key)
            try await scene.create(theirs)
            try await scene.signIn(with: key)
            try await browser.click("\(scene.row(theirs)) summary")
            try await browser.wait(for: "\(scene.row(theirs)) a[data-to=compare]")
            #expect(!(try await browser.shows("\(scene.row(theirs)) a[data-delete]")))
            #expect(!(try await browser.shows("\(scene.row(theirs)) a[data-to=connect]")))
            try await scene.open("/branches/\(theirs)")
            #expect(try await browser.count("#connect, .zone, #reveal button") == 0)
            try await scene.open("/branches/\(mine)")
            #expect(try await browser.count("#connect") == 1)
            #expect(!(try await browser.shows("#reveal button")))
            try await browser.click(".zone a")
            try await browser.wait(for: "#confirm")
            #expect(try await browser.count("[name=force]") == 0)
            try await scene.open("/add-branch")
            #expect(try await browser.count("#url, option[value=URL]") == 0)
        }
    }
}
