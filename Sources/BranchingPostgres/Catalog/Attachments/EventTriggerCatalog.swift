import PostgresLink
import SchemaModel

/// Event triggers.
enum EventTriggerCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_event_trigger")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                EventTrigger(
                    id: ObjectID(.eventTrigger, name: try row.value("evtname")), event: try row.value("evtevent"),
                    tags: try row.list("tags"), function: try row.value("function"),
                    state: FiringState(rawValue: try row.value("evtenabled")) ?? .origin),
                at: CatalogAddress(catalog: .eventTrigger, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT e.oid, e.evtname, e.evtevent, e.evtenabled, e.evtfoid::regproc::text AS function,
            array_to_string(e.evttags, chr(31)) AS tags
        FROM pg_catalog.pg_event_trigger e
        WHERE e.oid >= \(CatalogFilter.firstUserOID) AND \(CatalogFilter.notMember(.eventTrigger, "e.oid"))
        """
}
