import PostgresLink

/// An operator or a function of an operator class or family, as the catalogs have it.
struct OperatorMember {
    /// As `OPERATOR 1 (integer, bigint)`.
    let place: String
    /// What stands there.
    let member: String
    let isOperator: Bool
    let number: Int
    let address: CatalogAddress

    /// Reads a row of ``sql(of:)``; nil if it has no member.
    init?(_ row: PostgresRow) throws {
        guard let number: Int = try row.optional("number") else { return nil }
        self.number = number
        isOperator = try row.value("is_operator")
        member = try row.value("member")
        place =
            "\(isOperator ? "OPERATOR" : "FUNCTION") \(number) (\(try row.value("left_type", as: String.self)), "
            + "\(try row.value("right_type", as: String.self)))"
        address = CatalogAddress(
            catalog: isOperator ? .operatorFamilyOperator : .operatorFamilyFunction,
            oid: try row.value("member_oid"))
    }

    /// As CREATE OPERATOR CLASS says it: an operator knows its types itself.
    var clause: String { isOperator ? "OPERATOR \(number) \(member)" : "\(place) \(member)" }

    /// The members of all classes or all families: those that come and go with a class depend on it, the others on the
    /// family. A family that orders by another is no such dependency, but a normal one.
    static func sql(of owner: Catalog) -> String {
        """
        SELECT d.refobjid AS owner, true AS is_operator, m.oid AS member_oid, m.amopstrategy AS number,
            pg_catalog.format_type(m.amoplefttype, NULL) AS left_type,
            pg_catalog.format_type(m.amoprighttype, NULL) AS right_type,
            m.amopopr::pg_catalog.regoperator::text
                || CASE WHEN s.oid IS NULL THEN '' ELSE
                    pg_catalog.format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname) END AS member
        FROM pg_catalog.pg_depend d
        JOIN pg_catalog.pg_amop m ON m.oid = d.objid
        LEFT JOIN (pg_catalog.pg_opfamily s JOIN pg_catalog.pg_namespace sn ON sn.oid = s.opfnamespace)
            ON s.oid = m.amopsortfamily
        WHERE d.classid = \(Catalog.operatorFamilyOperator.rawValue) AND d.refclassid = \(owner.rawValue)
            AND d.deptype IN ('a', 'i')
        UNION ALL
        SELECT d.refobjid, false, m.oid, m.amprocnum, pg_catalog.format_type(m.amproclefttype, NULL),
            pg_catalog.format_type(m.amprocrighttype, NULL), m.amproc::pg_catalog.regprocedure::text
        FROM pg_catalog.pg_depend d
        JOIN pg_catalog.pg_amproc m ON m.oid = d.objid
        WHERE d.classid = \(Catalog.operatorFamilyFunction.rawValue) AND d.refclassid = \(owner.rawValue)
            AND d.deptype IN ('a', 'i')
        """
    }
}
