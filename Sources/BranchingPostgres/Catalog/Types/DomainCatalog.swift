import PostgresLink
import SchemaModel

/// Domains, with a row for each constraint.
enum DomainCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_type", and: "typtype = 'd'")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for rows in try session.query(sql).grouped(by: "oid") {
            let row = rows[0]
            var domain = DomainType(id: try row.typeID(), baseType: try row.value("type"))
            domain.collation = try row.optional("collation")
            domain.defaultExpression = try row.optional("expression")
            domain.isNotNull = try row.value("typnotnull")
            for row in rows { try read(constraint: row, of: &domain, into: &contents) }
            try contents.add(type: domain, row)
        }
    }

    private static func read(
        constraint row: PostgresRow, of domain: inout DomainType, into contents: inout CatalogContents
    ) throws {
        guard let name = try row.optional("conname") else { return }
        try contents.alias("constraint_oid", of: row, in: .constraint, domain.id)
        if try row.value("contype", as: String.self) == "n" {
            domain.notNullName = name == "\(domain.id.name)_not_null" ? nil : name
            return
        }
        let definition: String = try row.value("definition")
        let suffix = " NOT VALID"
        domain.checks.append(
            DomainType.Check(
                name: name,
                definition: definition.hasSuffix(suffix) ? String(definition.dropLast(suffix.count)) : definition,
                isValidated: try row.value("convalidated")))
    }

    private static let sql = """
        SELECT t.oid, n.nspname, t.typname, t.typarray, t.typnotnull,
            pg_catalog.format_type(t.typbasetype, t.typtypmod) AS type,
            CASE WHEN t.typcollation <> bt.typcollation THEN pg_catalog.format('%I.%I', ln.nspname, l.collname) END
                AS collation,
            COALESCE(pg_catalog.pg_get_expr(t.typdefaultbin, 0), pg_catalog.quote_literal(t.typdefault)) AS expression,
            k.oid AS constraint_oid, k.conname, k.contype, k.convalidated,
            pg_catalog.pg_get_constraintdef(k.oid) AS definition
        FROM pg_catalog.pg_type t
        JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
        JOIN pg_catalog.pg_type bt ON bt.oid = t.typbasetype
        LEFT JOIN pg_catalog.pg_collation l ON l.oid = t.typcollation
        LEFT JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace
        LEFT JOIN pg_catalog.pg_constraint k ON k.contypid = t.oid
        WHERE t.typtype = 'd' AND \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.type, "t.oid"))
        ORDER BY t.oid, k.conname COLLATE "C"
        """
}
