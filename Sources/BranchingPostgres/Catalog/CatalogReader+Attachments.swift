extension CatalogReader {
    /// What is attached to relations, what is foreign, what replicates, and default privileges.
    static var attachmentSections: [any CatalogSection.Type] {
        [
            TriggerCatalog.self, RuleCatalog.self, PolicyCatalog.self, StatisticsCatalog.self, EventTriggerCatalog.self,
            ForeignDataWrapperCatalog.self, ForeignServerCatalog.self, UserMappingCatalog.self, PublicationCatalog.self,
            PublicationMemberCatalog.self, SubscriptionCatalog.self, DefaultPrivilegesCatalog.self,
        ]
    }
}
