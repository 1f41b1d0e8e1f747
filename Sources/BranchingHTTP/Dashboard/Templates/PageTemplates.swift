import Mustache

/// The templates of all pages, as they are in the program.
enum PageTemplates {
    /// Parsed once; a template that does not parse is a fault of the program, which ``render(_:_:)`` reports.
    private static let library = Result { try parsed() }

    private static let sources: [(name: String, bytes: [UInt8])] = [
        ("add", PackageResources.add_mustache), ("audit", PackageResources.audit_mustache),
        ("createkey", PackageResources.createkey_mustache), ("keys", PackageResources.keys_mustache),
        ("revoke", PackageResources.revoke_mustache), ("rotate", PackageResources.rotate_mustache),
        ("secret", PackageResources.secret_mustache), ("serverstatus", PackageResources.serverstatus_mustache),
        ("branch", PackageResources.branch_mustache),
        ("branches", PackageResources.branches_mustache), ("compare", PackageResources.compare_mustache),
        ("delete", PackageResources.delete_mustache), ("force", PackageResources.force_mustache),
        ("layout", PackageResources.layout_mustache), ("problem", PackageResources.problem_mustache),
        ("progress", PackageResources.progress_mustache), ("reason", PackageResources.reason_mustache),
        ("row", PackageResources.row_mustache), ("signin", PackageResources.signin_mustache),
        ("status", PackageResources.status_mustache), ("token", PackageResources.token_mustache),
        ("troubleshooting", PackageResources.troubleshooting_mustache),
    ]

    /// Fills in a template.
    static func render(_ name: String, _ values: [String: Any]) throws -> String {
        guard let text = try library.get().render(values, withTemplate: name) else { throw Missing(name: name) }
        return text
    }

    private static func parsed() throws -> MustacheLibrary {
        MustacheContentTypes.register(PageText(), named: PageText.name)
        var library = MustacheLibrary()
        for source in sources {
            // Each template says how its values are escaped: a partial does not inherit it.
            let text = "{{% CONTENT_TYPE: \(PageText.name)}}" + String(decoding: source.bytes, as: UTF8.self)
            try library.register(text, named: source.name)
        }
        return library
    }

    /// There is no template of that name.
    struct Missing: Error {
        let name: String
    }
}
