import SQLText

extension ModelScript {
    func table(_ table: TableModel, _ number: Int) -> [String] {
        let columns = model.ownColumns(of: number).compactMap { column in
            model.column(column).map { declaration($0, column, of: number) }
        }
        let body = "(" + columns.map { "\n    " + $0 }.joined(separator: ",") + ")"
        var text = "CREATE \(table.isUnlogged ? "UNLOGGED " : "")TABLE \(qualified(number)) "
        switch table.form {
        case .plain(let parents):
            text += body + (parents.isEmpty ? "" : " INHERITS (\(parents.map(qualified).joined(separator: ", ")))")
        case .partitioned(let column, let isList):
            text += body + " PARTITION BY \(isList ? "LIST" : "RANGE") (\(name(column)))"
        case .partition(let parent, let slot):
            text += "PARTITION OF \(qualified(parent)) " + bound(of: parent, slot)
        }
        if let fillFactor = table.fillFactor { text += " WITH (fillfactor = \(fillFactor))" }
        var statements = [text]
        if table.hasRowSecurity { statements.append("ALTER TABLE \(qualified(number)) ENABLE ROW LEVEL SECURITY") }
        for column in model.ownColumns(of: number) where model.column(column)?.hasOwnStorage == true {
            statements.append(
                "ALTER TABLE \(qualified(number)) ALTER COLUMN \(name(column)) SET STATISTICS 77")
        }
        return statements
    }

    private func bound(of parent: Int, _ slot: Int) -> String {
        if slot == 0 { return "DEFAULT" }
        guard case .partitioned(_, true) = model.table(parent)?.form else {
            return "FOR VALUES FROM (\(slot * 10)) TO (\(slot * 10 + 10))"
        }
        return "FOR VALUES IN (\(slot))"
    }

    private func type(_ column: ColumnModel, _ number: Int) -> String {
        if case .generated = column.source { return (model.scalar(of: number) ?? .boolean).rawValue }
        switch column.type {
        case .scalar(let type): return type.rawValue
        case .array(let type): return type.rawValue + "[]"
        case .made(let type): return qualified(type)
        }
    }

    private func declaration(_ column: ColumnModel, _ number: Int, of table: Int) -> String {
        "\(name(number)) \(type(column, number))" + source(of: column) + (column.isRequired ? " NOT NULL" : "")
    }

    private func source(of column: ColumnModel) -> String {
        switch column.source {
        case .none: return ""
        case .function(let function): return " DEFAULT \(qualified(function))(1)"
        case .sequence(let sequence):
            return " DEFAULT nextval(\(SQLIdentifier.literal(qualified(sequence)))::regclass)"
        case .identity(let isAlways): return " GENERATED \(isAlways ? "ALWAYS" : "BY DEFAULT") AS IDENTITY"
        case .generated(let source, let variant):
            let expression = (model.scalar(of: source) ?? .jsonb).derived(name(source), variant).sql
            return " GENERATED ALWAYS AS (\(expression)) STORED"
        case .value(let variant):
            switch column.type {
            case .scalar(let type): return " DEFAULT \(type.literal(variant))"
            case .array: return " DEFAULT '{}'"
            case .made(let type):
                switch model.nodes[type]?.kind {
                case .domain(let base, _, _): return " DEFAULT \(base.literal(variant))"
                case .enumeration(let labels):
                    return labels.isEmpty ? "" : " DEFAULT \(SQLIdentifier.literal(labels[variant % labels.count]))"
                default: return ""
                }
            }
        }
    }

    func view(_ view: ViewModel, _ own: String) -> String {
        let columns = view.form == .grouped ? Array(view.columns.prefix(1)) : view.columns
        var outputs = columns.map(name)
        if view.form == .grouped { outputs.append("count(*) AS n") }
        if let function = view.function, view.form != .grouped {
            outputs.append("\(qualified(function))(\(view.variant)) AS f")
        }
        let sources = view.sources.map(qualified).joined(separator: " CROSS JOIN ")
        var select = "SELECT \(outputs.joined(separator: ", ")) FROM \(sources)"
        switch view.form {
        case .plain: break
        case .filtered: select += " WHERE \(condition(columns[0], view.variant))"
        case .grouped: select += " GROUP BY \(name(columns[0]))"
        case .groupedByKey:
            select += " GROUP BY " + (model.primaryKey(of: view.sources[0]) ?? []).map(name).joined(separator: ", ")
        case .doubled: select += " UNION ALL " + select
        }
        if view.isMaterialized { return "CREATE MATERIALIZED VIEW \(own) AS \(select)" }
        return "CREATE VIEW \(own)\(view.variant % 3 == 0 ? " WITH (security_barrier)" : "") AS \(select)"
    }

    /// How COMMENT names an object.
    func subject(of number: Int) -> String? {
        let own = qualified(number)
        switch model.nodes[number]?.kind {
        case .enumeration, .composite: return "TYPE \(own)"
        case .domain: return "DOMAIN \(own)"
        case .sequence: return "SEQUENCE \(own)"
        case .function: return "FUNCTION \(own)(integer)"
        case .triggerFunction: return "FUNCTION \(own)()"
        case .table: return "TABLE \(own)"
        case .column(let table, _): return "COLUMN \(qualified(table)).\(name(number))"
        case .check(let table, _, _), .key(let table, _, _, _), .foreignKey(let table, _, _, _),
            .exclusion(let table, _):
            return "CONSTRAINT \(name(number)) ON \(qualified(table))"
        case .index: return "INDEX \(own)"
        case .view(let view): return "\(view.isMaterialized ? "MATERIALIZED " : "")VIEW \(own)"
        case .trigger(let table, _, _, _, _): return "TRIGGER \(name(number)) ON \(qualified(table))"
        case .policy(let table, _, _): return "POLICY \(name(number)) ON \(qualified(table))"
        case .statistics: return "STATISTICS \(own)"
        case .comment, .grant, nil: return nil
        }
    }

    func grant(_ number: Int, _ variant: Int) -> [String] {
        let role = ["pg_monitor", "PUBLIC", "pg_read_all_stats"][variant % 3]
        let own = qualified(number)
        switch model.nodes[number]?.kind {
        case .enumeration, .domain, .composite:
            return ["REVOKE USAGE ON TYPE \(own) FROM PUBLIC", "GRANT USAGE ON TYPE \(own) TO \(role)"]
        case .sequence: return ["GRANT USAGE ON SEQUENCE \(own) TO \(role)"]
        case .function:
            return ["REVOKE EXECUTE ON FUNCTION \(own) FROM PUBLIC", "GRANT EXECUTE ON FUNCTION \(own) TO \(role)"]
        case .table, .view:
            let option = variant % 6 == 0 ? " WITH GRANT OPTION" : ""
            return ["GRANT \(["SELECT", "ALL", "INSERT, UPDATE"][variant / 3 % 3]) ON \(own) TO \(role)\(option)"]
        case .column(let table, _):
            return ["GRANT SELECT (\(name(number))) ON \(qualified(table)) TO \(role)"]
        default: return []
        }
    }
}
