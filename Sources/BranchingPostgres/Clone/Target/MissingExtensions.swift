import BranchingCore

/// Extensions of a source that the branches' cluster cannot make.
struct MissingExtensions: Sendable {
    let names: [String]

    /// Reads what is installed in the cluster.
    static func of(_ source: SourceFacts, on control: PostgresConnection) async throws -> MissingExtensions {
        guard !source.extensions.isEmpty else { return MissingExtensions(names: []) }
        let rows = try await control.query("SELECT name FROM pg_catalog.pg_available_extensions")
        var available = Set<String>()
        for row in rows { available.insert(try row.value("name")) }
        return MissingExtensions(names: source.extensions.filter { !available.contains($0) })
    }

    /// - Throws: ``OperationError/failed(_:_:)`` if there are any: finding out now costs nothing.
    func check() throws {
        guard !names.isEmpty else { return }
        throw OperationError.failed(
            .cloneFailed,
            "The source uses \(names.count == 1 ? "the extension" : "the extensions") \(names.joined(separator: ", ")), which the server of the branches lacks. Install the packages there, and create the branch again."
        )
    }
}
