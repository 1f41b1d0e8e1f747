import BranchingCore
import FoundationEssentials

/// What was filled in for a new branch.
struct AddBranchForm {
    /// What the picker says for a connection URL, which has its own field. No branch can have that name: the picker has an
    /// upper-case letter.
    static let url = "URL"

    var name = ""
    var source = "main"
    var isSchemaOnly = false
    var isPlan = false
    private var connection: Secret?

    init() {}

    init(_ form: FormFields) {
        name = form["name"] ?? ""
        source = form["from"] ?? "main"
        isSchemaOnly = form["rows"] == "schema"
        isPlan = form["do"] == "plan"
        connection = form["url"].map(Secret.init)
    }

    /// The same as a body of the API.
    var body: CreateBranchBody {
        CreateBranchBody(
            name: name, from: source == "main" ? nil : source == Self.url ? connection ?? Secret("") : Secret(source),
            schemaOnly: isSchemaOnly ? true : nil)
    }

    /// The body as commands show it: without the connection URL, which is a secret.
    var json: String {
        get throws {
            var shown = body
            if shown.name.isEmpty { shown.name = "NAME" }
            if source == Self.url { shown.from = Secret("SOURCE_URL") }
            return String(decoding: try APICoder.encoder().encode(shown), as: UTF8.self)
        }
    }

    /// The same as a command of `ayb`.
    var command: String {
        var words = ["ayb branch create", name.isEmpty ? "NAME" : ShellText.quoted(name)]
        if source != "main" { words += ["--from", source == Self.url ? "\"$SOURCE_URL\"" : ShellText.quoted(source)] }
        if isSchemaOnly { words.append("--schema-only") }
        return words.joined(separator: " ")
    }
}
