extension CatalogReader {
    /// The readers of what other objects are defined with: types, operators, text search, and what comes with them.
    static var definitionSections: [any CatalogSection.Type] {
        [
            SchemaCatalog.self, ExtensionCatalog.self, CollationCatalog.self, ConversionCatalog.self,
            EnumCatalog.self, CompositeTypeCatalog.self, DomainCatalog.self, RangeTypeCatalog.self,
            BaseTypeCatalog.self,
            LanguageCatalog.self, AccessMethodCatalog.self, TransformCatalog.self, CastCatalog.self,
            OperatorCatalog.self, OperatorFamilyCatalog.self, OperatorClassCatalog.self,
            OperatorFamilyMemberCatalog.self, AggregateCatalog.self, TextSearchParserCatalog.self,
            TextSearchTemplateCatalog.self, TextSearchDictionaryCatalog.self, TextSearchConfigurationCatalog.self,
        ]
    }
}
