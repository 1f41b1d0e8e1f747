import HTTPTypes
import Hummingbird
import NIOCore

/// The files that pages load: one stylesheet, an icon, and ES modules.
enum DashboardAssets {
    static let stylesheet = Asset("dashboard.css", PackageResources.dashboard_css)
    static let icon = Asset("icon.svg", PackageResources.icon_svg)

    /// Modules come after those that they import, as the hashes in the names of imports are part of the content.
    private static let modules: [(name: String, asset: Asset)] = {
        let sources = [
            ("announce.js", PackageResources.announce_js), ("text.js", PackageResources.text_js),
            ("record.js", PackageResources.record_js), ("page.js", PackageResources.page_js),
            ("live.js", PackageResources.live_js), ("connect.js", PackageResources.connect_js),
            ("add.js", PackageResources.add_js), ("signin.js", PackageResources.signin_js),
        ]
        var modules: [(name: String, asset: Asset)] = []
        for (name, bytes) in sources {
            var text = String(decoding: bytes, as: UTF8.self)
            for imported in modules {
                text = text.replacing("\"./\(imported.name)\"", with: "\"./\(imported.asset.name)\"")
            }
            modules.append((name, Asset(name, Array(text.utf8))))
        }
        return modules
    }()

    private static let all = Dictionary(
        uniqueKeysWithValues: ([stylesheet, icon] + modules.map(\.asset)).map { ($0.name, $0) })

    /// The name of a module with its hash; nil where there is no such module.
    static func module(_ name: String) -> String? {
        modules.first { $0.name == name }?.asset.name
    }

    /// Answers with a file.
    static func answer(_ name: String) throws -> Response {
        guard let asset = all[name] else { throw RefusedRequest.notFound }
        return Response(
            status: .ok,
            headers: [
                .contentType: asset.mediaType, .cacheControl: "public, max-age=31536000, immutable",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }
}
