extension CatalogReader {
    /// The readers of what other objects are defined with: types, operators, text search, and what comes with them.
    static var definitionSections: [any CatalogSection.Type] {
        [
            SchemaCatalog.self, ExtensionCatalog.self, CollationCatalog.self, EnumCatalog.self,
            CompositeTypeCatalog.self, DomainCatalog.self, RangeTypeCatalog.self, AggregateCatalog.self,
        ]
    }
}
