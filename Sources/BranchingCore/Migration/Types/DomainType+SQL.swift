import DiffTerms
import SQLText
package import SchemaModel

extension DomainType: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        var lines = ["CREATE DOMAIN \(id.qualifiedName) AS \(baseType)"]
        if let collation { lines.append("COLLATE \(collation)") }
        if let defaultExpression { lines.append("DEFAULT \(defaultExpression)") }
        if isNotNull { lines.append(notNullClause(context)) }
        for check in checks where check.isValidated { lines.append(check.clause) }
        // NOT VALID is no part of CREATE DOMAIN.
        return [Statement(lines.joined(separator: "\n    "))]
            + checks.filter { !$0.isValidated }.map { Statement("\(alter) ADD \($0.clause)") }
    }

    private var alter: String { "ALTER DOMAIN \(id.qualifiedName)" }

    private func notNullClause(_ context: MigrationContext) -> String {
        guard context.serverVersion >= 170_000 else { return "NOT NULL" }
        // The old domain's constraint may still have the name that PostgreSQL would choose.
        let isAgain = context.from.objects[id] != nil
        guard let name = notNullName ?? (isAgain ? AutomaticName.make(id.name, "not_null") : nil) else {
            return "NOT NULL"
        }
        return "CONSTRAINT \(SQLIdentifier.name(name)) NOT NULL"
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP DOMAIN \(id.qualifiedName)")]
    }

    /// How to get here from another definition.
    package func alteration(from old: DomainType, _ context: MigrationContext) -> Alteration {
        guard baseType == old.baseType, collation == old.collation else { return .rebuild }
        var statements: [Statement] = []
        for check in old.checks where !checks.contains(where: { $0.replaces(check) }) {
            statements.append(Statement("\(alter) DROP CONSTRAINT \(SQLIdentifier.name(check.name))"))
        }
        if defaultExpression != old.defaultExpression {
            statements.append(Statement("\(alter) \(defaultExpression.map { "SET DEFAULT \($0)" } ?? "DROP DEFAULT")"))
        }
        let conditions = notNullStatements(from: old, context) + checkStatements(from: old)
        // PostgreSQL checks the values of columns of the domain, but not those inside other types (manual: ALTER
        // DOMAIN, Notes).
        let checksValues = conditions.contains { $0.hazards.contains { $0.kind == .mayFailOnData } }
        if checksValues && TypeUse(of: id, in: context.from).isStoredWithin { return .rebuild }
        return .inPlace(statements + conditions)
    }

    /// How it lets go of what its conditions and its default need, and takes that up again; nil where PostgreSQL cannot
    /// check values that are within other types.
    func detachment(from old: DomainType, _ context: MigrationContext) -> Decision? {
        var bare = old
        bare.checks = []
        bare.defaultExpression = nil
        guard baseType == old.baseType, collation == old.collation,
            !TypeUse(of: id, in: context.from).isStoredWithin,
            case .inPlace(let removing) = bare.alteration(from: old, context),
            case .inPlace(let building) = alteration(from: bare, context)
        else { return nil }
        return .detach(removing: removing, building: building)
    }

    private static let hazards = [
        Hazard(.mayFailOnData, "It fails if a value does not meet the condition."), Hazard(.fullScanUnderLock),
    ]

    private func notNullStatements(from old: DomainType, _ context: MigrationContext) -> [Statement] {
        guard isNotNull else { return old.isNotNull ? [Statement("\(alter) DROP NOT NULL")] : [] }
        guard old.isNotNull else {
            let addition = notNullName == nil || context.serverVersion < 170_000 ? "SET NOT NULL" : nil
            return [Statement("\(alter) \(addition ?? "ADD \(notNullClause(context))")", hazards: Self.hazards)]
        }
        guard notNullName != old.notNullName, context.serverVersion >= 170_000 else { return [] }
        let names = [old, self].map { SQLIdentifier.name($0.notNullName ?? "\($0.id.name)_not_null") }
        return [Statement("\(alter) RENAME CONSTRAINT \(names[0]) TO \(names[1])")]
    }

    private func checkStatements(from old: DomainType) -> [Statement] {
        checks.compactMap { check in
            guard let before = old.checks.first(where: check.replaces) else {
                return Statement("\(alter) ADD \(check.clause)", hazards: check.isValidated ? Self.hazards : [])
            }
            guard check != before else { return nil }
            let name = SQLIdentifier.name(check.name)
            return Statement("\(alter) VALIDATE CONSTRAINT \(name)", hazards: Self.hazards)
        }
    }

    /// What changed, in a few words each.
    package func differences(from old: DomainType) -> [String] {
        var notes = DifferenceNotes()
        notes.note("type", old.baseType, baseType)
        notes.note("collation", old.collation, collation)
        notes.note("default", old.defaultExpression, defaultExpression)
        notes.note("not null", old.isNotNull, isNotNull)
        notes.note("not null constraint", old.notNullName, notNullName)
        let before = Dictionary(old.checks.map { ($0.name, $0) }) { $1 }
        let after = Dictionary(checks.map { ($0.name, $0) }) { $1 }
        for name in Set(before.keys).union(after.keys).sorted() {
            notes.note("constraint \(name)", before[name]?.text, after[name]?.text)
        }
        return notes.texts
    }
}

extension DomainType.Check {
    /// What it is, without its name.
    fileprivate var text: String { definition + (isValidated ? "" : " NOT VALID") }

    fileprivate var clause: String { "CONSTRAINT \(SQLIdentifier.name(name)) \(text)" }

    /// Whether it is that check, or becomes it once validated.
    fileprivate func replaces(_ old: DomainType.Check) -> Bool {
        name == old.name && definition == old.definition && (isValidated || !old.isValidated)
    }
}
