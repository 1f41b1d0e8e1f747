import DiffTerms
package import PostgresLink
package import SchemaModel

/// Reads the schema of a database, in one snapshot.
package struct CatalogReader: Sendable {
    /// Makes a reader.
    package init() {}

    private static let sections: [any CatalogSection.Type] =
        definitionSections + [
            FunctionCatalog.self, TableCatalog.self, ColumnCatalog.self, ViewCatalog.self, DefaultCatalog.self,
            InheritanceCatalog.self, ConstraintCatalog.self, IndexCatalog.self, SequenceCatalog.self,
        ] + attachmentSections + [DependencyCatalog.self, FacetCatalog.self, ChangedPrivilegesCatalog.self]

    /// Reads everything that users made in the connection's database.
    ///
    /// - Throws: Also if the role may not read a catalog.
    package func read(_ connection: PostgresConnection) async throws -> DatabaseSchema {
        try await connection.run { handle in
            try handle.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            defer { _ = try? handle.query("ROLLBACK") }
            return try Self.read(handle)
        }
    }

    /// The sections that have something to read.
    private static func present(_ handle: borrowing ConnectionHandle) throws -> [any CatalogSection.Type] {
        let conditions = sections.map { $0.presence ?? "true" }
        let fields = conditions.indices.map { "\(conditions[$0]) AS section_\($0)" }
        guard let row = try handle.query("SELECT \(fields.joined(separator: ",\n    "))").first else {
            throw PostgresError(message: "The server did not answer.")
        }
        var present: [any CatalogSection.Type] = []
        for (index, section) in sections.enumerated() where try row.value("section_\(index)") {
            present.append(section)
        }
        return present
    }

    private static func read(_ handle: borrowing ConnectionHandle) throws -> DatabaseSchema {
        let session = try handle.query(
            """
            SELECT current_setting('server_version_num') AS version, current_user AS role,
                set_config('search_path', '', true), set_config('quote_all_identifiers', 'off', true),
                set_config('jit', 'off', true), set_config('DateStyle', 'ISO', true), set_config('IntervalStyle', 'postgres', true),
                set_config('TimeZone', 'UTC', true),
                set_config('extra_float_digits', '3', true), set_config('bytea_output', 'hex', true),
                set_config('cursor_tuple_fraction', '1', true)
            """)
        guard let facts = session.first else { throw PostgresError(message: "The server did not answer.") }
        var contents = CatalogContents(serverVersion: try facts.value("version"))
        for section in try present(handle) { try section.read(handle, into: &contents) }
        let unsupported =
            try CompletenessCatalog.read(handle, contents)
            + contents.unknownOptions.sorted { ($0.catalog, $0.description) < ($1.catalog, $1.description) }
        return DatabaseSchema(
            serverVersion: contents.serverVersion, currentUser: try facts.value("role"), objects: contents.objects,
            facets: contents.facets, changedPrivileges: contents.changedPrivileges,
            dependencies: contents.dependencies, unsupported: unsupported)
    }
}

extension CatalogReader {
    /// What is attached to relations, foreign objects, replication, and default privileges.
    static var attachmentSections: [any CatalogSection.Type] {
        [
            TriggerCatalog.self, RuleCatalog.self, PolicyCatalog.self, StatisticsCatalog.self, EventTriggerCatalog.self,
            ForeignDataWrapperCatalog.self, ForeignServerCatalog.self, UserMappingCatalog.self, PublicationCatalog.self,
            PublicationMemberCatalog.self, SubscriptionCatalog.self, DefaultPrivilegesCatalog.self,
        ]
    }
}

extension CatalogReader {
    /// The readers of what defines other objects: types, operators, text search, and what comes with them.
    static var definitionSections: [any CatalogSection.Type] {
        [
            NamespaceCatalog.self, ExtensionCatalog.self, CollationCatalog.self, ConversionCatalog.self,
            EnumCatalog.self, CompositeTypeCatalog.self, DomainCatalog.self, RangeTypeCatalog.self,
            BaseTypeCatalog.self,
            LanguageCatalog.self, AccessMethodCatalog.self, TransformCatalog.self, CastCatalog.self,
            OperatorCatalog.self, OperatorFamilyCatalog.self, OperatorClassCatalog.self,
            OperatorFamilyMemberCatalog.self, AggregateCatalog.self, TextSearchParserCatalog.self,
            TextSearchTemplateCatalog.self, TextSearchDictionaryCatalog.self, TextSearchConfigurationCatalog.self,
        ]
    }
}
