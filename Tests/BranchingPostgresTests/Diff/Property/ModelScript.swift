import SQLText

/// Writes a random schema as SQL.
struct ModelScript {
    let model: SchemaModel
    /// The schema that contains everything.
    let schema: String
    /// Whether the server supports SQL function bodies (14 and later).
    var hasSQLBodies = true

    /// The statements; none if the objects depend on each other.
    var sql: String {
        let order = model.creationOrder ?? []
        return (["CREATE SCHEMA \(SQLIdentifier.name(schema))"] + order.flatMap(statements)).joined(separator: ";\n")
    }

    func name(_ number: Int) -> String { SQLIdentifier.name(model.nodes[number]?.name ?? "") }

    func qualified(_ number: Int) -> String { SQLIdentifier.qualified(schema, model.nodes[number]?.name ?? "") }

    /// Names in parentheses.
    func list(_ numbers: [Int]) -> String { "(" + numbers.map(name).joined(separator: ", ") + ")" }

    func condition(_ column: Int, _ variant: Int, prefix: String = "") -> String {
        (model.scalar(of: column) ?? .jsonb).condition(prefix + name(column), variant)
    }

    private func sqlBody(_ variant: Int) -> String {
        "LANGUAGE sql " + (hasSQLBodies ? "BEGIN ATOMIC SELECT \(variant); END" : "AS 'SELECT \(variant)'")
    }

    private func statements(_ node: ModelNode) -> [String] {
        let own = qualified(node.number)
        switch node.kind {
        case .enumeration(let labels):
            return ["CREATE TYPE \(own) AS ENUM (\(labels.map(SQLIdentifier.literal).joined(separator: ", ")))"]
        case .domain(let base, let check, let value):
            return [
                "CREATE DOMAIN \(own) AS \(base.rawValue)" + (value.map { " DEFAULT \(base.literal($0))" } ?? "")
                    + (check.map { " CONSTRAINT fits CHECK (\(base.condition("VALUE", $0)))" } ?? "")
            ]
        case .composite(let attributes):
            let list = attributes.enumerated().map { "\"A \($0)\" \($1.rawValue)" }
            return ["CREATE TYPE \(own) AS (\(list.joined(separator: ", ")))"]
        case .sequence(let increment, let isCycle):
            return ["CREATE SEQUENCE \(own) INCREMENT \(increment)\(isCycle ? " CYCLE" : "")"]
        case .function(let variant, let result):
            return [
                "CREATE FUNCTION \(own)(\(["x", "y"][variant / 2 % 2]) integer) RETURNS \(result.rawValue) IMMUTABLE "
                    + ["LANGUAGE sql AS 'SELECT 1 + \(variant)'", sqlBody(variant)][variant % 2]
            ]
        case .triggerFunction(let variant):
            return [
                "CREATE FUNCTION \(own)() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN\n-- it''s \(variant) $$\nRETURN NEW; END'"
            ]
        case .table(let table): return self.table(table, node.number)
        case .column: return []
        case .check(let table, let column, let variant):
            return [adding(node, to: table, "CHECK (\(condition(column, variant)))")]
        case .key(let table, let columns, let isPrimary, let isDeferrable):
            let kind = isPrimary ? "PRIMARY KEY" : "UNIQUE"
            return [adding(node, to: table, "\(kind) \(list(columns))\(isDeferrable ? " DEFERRABLE" : "")")]
        case .foreignKey(let table, let columns, let key, let isCascading):
            guard case .key(let target, let targets, _, _) = model.nodes[key]?.kind else { return [] }
            return [
                adding(
                    node, to: table,
                    "FOREIGN KEY \(list(columns)) REFERENCES \(qualified(target)) \(list(targets))"
                        + (isCascading ? " ON DELETE CASCADE DEFERRABLE" : ""))
            ]
        case .exclusion(let table, let column):
            return [adding(node, to: table, "EXCLUDE USING gist (\(name(column)) WITH &&)")]
        case .index(let table, let columns, let isUnique, let condition, let expression):
            return [index(node, table, columns, isUnique, condition, expression)]
        case .view(let view): return [self.view(view, own)]
        case .trigger(let table, let function, let condition, let variant, let isEnabled):
            let when = condition.map { " WHEN (\(self.condition($0, variant, prefix: "NEW.")))" } ?? ""
            let event = ["BEFORE INSERT", "AFTER INSERT OR UPDATE", "AFTER UPDATE"][variant % 3]
            return [
                "CREATE TRIGGER \(name(node.number)) \(event) ON \(qualified(table)) FOR EACH ROW\(when) EXECUTE FUNCTION \(qualified(function))()"
            ] + (isEnabled ? [] : ["ALTER TABLE \(qualified(table)) DISABLE TRIGGER \(name(node.number))"])
        case .policy(let table, let column, let variant):
            let command = ["ALL", "SELECT", "UPDATE", "DELETE"][variant % 4]
            let role = ["PUBLIC", "pg_monitor"][variant / 4 % 2]
            return [
                "CREATE POLICY \(name(node.number)) ON \(qualified(table)) FOR \(command) TO \(role) USING (\(condition(column, variant)))"
            ]
        case .statistics(let table, let columns):
            return ["CREATE STATISTICS \(own) ON \(columns.map(name).joined(separator: ", ")) FROM \(qualified(table))"]
        case .comment(let target, let variant):
            let text = ["plain \(variant)", "it's\n$$ \\ \"\(variant)\" ;", "-- \(variant)"][variant % 3]
            return subject(of: target).map { ["COMMENT ON \($0) IS \(SQLIdentifier.literal(text))"] } ?? []
        case .grant(let target, let variant): return grant(target, variant)
        }
    }

    private func adding(_ node: ModelNode, to table: Int, _ definition: String) -> String {
        "ALTER TABLE \(qualified(table)) ADD CONSTRAINT \(name(node.number)) \(definition)"
    }

    private func index(
        _ node: ModelNode, _ table: Int, _ columns: [Int], _ isUnique: Bool, _ condition: Int?, _ expression: Int?
    ) -> String {
        var elements = columns.map(name)
        if let expression, let first = columns.first {
            elements[0] = "((\((model.scalar(of: first) ?? .jsonb).derived(name(first), expression).sql)))"
        }
        return
            "CREATE \(isUnique ? "UNIQUE " : "")INDEX \(name(node.number)) ON \(qualified(table)) (\(elements.joined(separator: ", ")))"
            + (condition.map { " WHERE \(self.condition($0, 1))" } ?? "")
    }
}
