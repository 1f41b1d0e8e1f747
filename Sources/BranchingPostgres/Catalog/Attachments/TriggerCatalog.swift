import PostgresLink
import SchemaModel

/// Triggers that users made, and their copies on partitions that fire at other times than the original.
enum TriggerCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_trigger")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql(version: contents.serverVersion)) {
            guard let relation = contents.relation(at: try row.value("tgrelid")) else { continue }
            let id = id(of: relation, try row.value("tgname"))
            let state = FiringState(rawValue: try row.value("tgenabled")) ?? .origin
            let address = CatalogAddress(catalog: .trigger, oid: try row.value("oid"))
            guard try row.value("tgparentid", as: UInt32.self) != 0 else {
                contents.add(Trigger(id: id, definition: try row.value("definition"), state: state), at: address)
                if let constraint: UInt32 = try row.optional("tgconstraint") {
                    contents.alias(CatalogAddress(catalog: .constraint, oid: constraint), id)
                }
                continue
            }
            let ancestors = try ancestors(row, contents)
            contents.add(Trigger(id: id, copyOf: ancestors, state: state), at: address)
            contents.dependencies[id, default: []].formUnion(ancestors)
            if let parent = ancestors.first {
                // It is there for as long as the partition is one.
                contents.dependencies[id, default: []].insert(
                    ObjectID(
                        .inheritance, schema: relation.schema, parent: relation.name, name: parent.parent,
                        signature: parent.schema))
            }
        }
    }

    private static func ancestors(_ row: PostgresRow, _ contents: CatalogContents) throws -> [ObjectID] {
        let relations = try row.list("ancestor_relations")
        let names = try row.list("ancestor_names")
        return zip(relations, names).compactMap { relation, name in
            UInt32(relation).flatMap { contents.id(at: CatalogAddress(catalog: .relation, oid: $0)) }
                .map { id(of: $0, name) }
        }
    }

    private static func id(of relation: ObjectID, _ name: String) -> ObjectID {
        ObjectID(.trigger, schema: relation.schema, parent: relation.name, name: name)
    }

    /// Before PostgreSQL 15 the copies on partitions count as internal.
    private static func sql(version: Int) -> String {
        """
        WITH RECURSIVE copies (oid, place, parent) AS (
            SELECT t.oid, 1, u.oid FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_trigger u ON u.oid = t.tgparentid
                WHERE \(version >= 150_000 ? "NOT t.tgisinternal AND " : "")t.tgenabled <> u.tgenabled
            UNION ALL
            SELECT c.oid, c.place + 1, u.tgparentid FROM copies c
                JOIN pg_catalog.pg_trigger u ON u.oid = c.parent WHERE u.tgparentid <> 0)
        SELECT t.oid, t.tgrelid, t.tgname, t.tgenabled, t.tgparentid, NULLIF(t.tgconstraint, 0) AS tgconstraint,
            CASE WHEN t.tgparentid = 0 THEN pg_catalog.pg_get_triggerdef(t.oid) END AS definition,
            a.ancestor_relations, a.ancestor_names
        FROM pg_catalog.pg_trigger t
        LEFT JOIN (
            SELECT c.oid, string_agg(u.tgrelid::text, chr(31) ORDER BY c.place) AS ancestor_relations,
                string_agg(u.tgname, chr(31) ORDER BY c.place) AS ancestor_names
            FROM copies c JOIN pg_catalog.pg_trigger u ON u.oid = c.parent
            GROUP BY c.oid) a ON a.oid = t.oid
        WHERE (t.tgparentid = 0 AND NOT t.tgisinternal OR a.oid IS NOT NULL)
            AND \(CatalogFilter.notMember(.trigger, "t.oid"))
        ORDER BY t.oid
        """
    }
}
