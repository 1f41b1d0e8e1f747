import BranchingCore
import TestSupport
import Testing

/// How the dashboard looks: on a small screen, in the dark, and to axe-core.
@Suite(.serialized, .enabled(if: Chromium.isInstalled, "Chromium is not installed"), .timeLimit(.minutes(10)))
struct DashboardLookTests {
    /// A scene with branches in each state, and all its pages.
    private static func visiting(_ body: @escaping @Sendable (DashboardScene, [String]) async throws -> Void)
        async throws
    {
        // Axe itself does what the policy forbids.
        try await DashboardScene.run(forgiving: true) { scene in
            let (ready, failed, held) = (
                scene.name("ready-with-a-long-name-so-that-it-wraps"), scene.name("failed"), scene.name("held")
            )
            try await scene.create(ready)
            try await scene.createFailing(failed)
            let hold = try await SourceHold(scene.source, in: scene.cluster)
            _ = try await scene.server.request(
                "POST", APIPath.branches, body: #"{"name":"\#(held)"}"#, headers: ["Prefer: respond-async"])
            try await hold.reached()
            try await body(
                scene,
                [
                    "/branches", "/branches?search=none", "/branches/\(ready)", "/branches/\(failed)",
                    "/branches/\(held)", "/branches/\(ready)/delete", "/add-branch", "/compare?from=main&to=\(ready)",
                    "/troubleshooting", "/branches/nothing", "/keys", "/keys/create", "/audit", "/status",
                ])
            await hold.release()
        }
    }

    @Test func `nothing is wider than a screen of 320 pixels, and each target has 24`() async throws {
        try await Self.visiting { scene, pages in
            let browser = scene.browser
            try await browser.resize(width: 320, height: 640)
            try await scene.signIn()
            for page in pages {
                try await scene.open(page)
                #expect(try await browser.run("return document.documentElement.scrollWidth") == 320, "\(page)")
                let small = try await browser.run(
                    """
                    return [...document.querySelectorAll('button, .button, summary, select, input:not([type=hidden]), nav a, .menu a')]
                        .filter((e) => e.checkVisibility())
                        .filter((e) => e.getBoundingClientRect().height < 24 && !e.closest('label'))
                        .map((e) => e.outerHTML)
                    """)
                #expect(small == [], "\(page)")
            }
        }
    }

    @Test func `dark and light differ, and axe finds nothing serious on any page`() async throws {
        let axe = Chromium.axe
        try await Self.visiting { scene, pages in
            let browser = scene.browser
            var grounds: [String] = []
            for dark in [false, true] {
                try await browser.prefer(dark: dark)
                try await scene.open("/sign-in")
                try await Self.expectAccessible(browser, axe, "/sign-in")
                try await scene.signIn()
                for page in pages {
                    try await scene.open(page)
                    try await Self.expectAccessible(browser, axe, page)
                }
                try await scene.open("/branches")
                try await browser.press("?")
                try await browser.wait(for: "#keys")
                try await Self.expectAccessible(browser, axe, "the keys")
                grounds.append(
                    try await browser.run("return getComputedStyle(document.body).backgroundColor").text ?? "")
                try await browser.press(BrowserKey.escape)
                try await browser.click(".account button")
                try await browser.wait(for: "h1", saying: "Sign in")
            }
            #expect(grounds == ["rgb(255, 255, 255)", "rgb(18, 22, 29)"])
        }
    }

    /// Lets axe-core look at the page, if it is there.
    private static func expectAccessible(_ browser: Browser, _ axe: String?, _ page: String) async throws {
        guard let axe else { return }
        try await browser.run(axe + "; window.axe = axe;")
        let found = try await browser.runUntilCalledBack(
            """
            const done = arguments[0];
            axe.run(document, { resultTypes: ["violations"] }).then((result) => done(result.violations
                .filter((v) => ["serious", "critical"].includes(v.impact))
                .map((v) => v.id + ": " + v.nodes.map((n) => n.html + " " + n.failureSummary).join("; "))), (e) => done([String(e)]));
            """)
        #expect(found == [], "\(page)")
    }
}
