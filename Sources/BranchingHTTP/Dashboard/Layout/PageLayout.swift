import BranchingCore
import HTTPTypes
import Hummingbird

/// The frame of every page: head, navigation, who is signed in, and the content between.
struct PageLayout {
    /// The dashboard's path, such as `/admin`.
    let root: String
    let title: String
    /// The page's own modules, beside those of every page.
    var modules: [String] = []
    /// Nil on the page to sign in.
    var visitor: PageVisitor?
    var flash: String?
    /// Whether the page is narrow: a form.
    var isNarrow = false
    /// Whether a browser without JavaScript loads the page again every three seconds.
    var reloads = false
    /// Whether the page has links that delete something.
    var confirms = false

    /// The page as an answer.
    ///
    /// - Parameters:
    ///   - template: The content's template.
    ///   - values: What it shows, beside what every template knows: `root`, `formToken`, `mayForce`.
    func page(
        _ template: String, _ values: [String: Any], path: String = "", status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var shared: [String: Any] = ["root": root, "title": title]
        shared["formToken"] = visitor?.formToken
        shared["mayForce"] = visitor?.may(.branchesAdmin)
        var frame = shared
        frame["content"] = try PageTemplates.render(template, shared.merging(values) { $1 })
        frame["stylesheet"] = asset(DashboardAssets.stylesheet.name)
        frame["icon"] = asset(DashboardAssets.icon.name)
        frame["modules"] = (["page.js"] + modules).compactMap(DashboardAssets.module).map(asset)
        frame["narrow"] = isNarrow
        frame["reloads"] = reloads
        frame["confirms"] = confirms
        frame["flash"] = flash
        frame["visitor"] = visitor.map { visitorValues($0, path: path) }
        let html = try PageTemplates.render("layout", frame)
        return .html(html, status: status)
    }

    private func asset(_ name: String) -> String { "\(root)/assets/\(name)" }

    private func visitorValues(_ visitor: PageVisitor, path: String) -> [String: Any] {
        [
            "id": visitor.principal.id, "who": visitor.name, "role": visitor.principal.role.rawValue,
            "everybody": visitor.may(.branchesAdmin),
            "navigation": PageLink.navigation.filter { visitor.may($0.scope) }.map { link in
                ["label": link.label, "url": root + link.path, "current": link.path == path] as [String: Any]
            },
        ]
    }
}
