extension CatalogReader {
    /// The readers of what other objects are defined with: types, and what comes with them.
    static var definitionSections: [any CatalogSection.Type] {
        [EnumCatalog.self, CompositeTypeCatalog.self, DomainCatalog.self, RangeTypeCatalog.self]
    }
}
