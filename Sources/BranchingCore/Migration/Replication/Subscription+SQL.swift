import DiffTerms
import SQLText
package import SchemaModel

extension Subscription: MigratedObject {
    private var name: String { "SUBSCRIPTION \(SQLIdentifier.name(id.name))" }

    private var publicationList: String { publications.map(SQLIdentifier.name).joined(separator: ", ") }

    private var slotSetting: String { "slot_name = \(slot.map(SQLIdentifier.literal) ?? "NONE")" }

    /// The default of each option.
    private static let defaults = [
        "binary": "false", "streaming": "off", "two_phase": "false", "disable_on_error": "false",
        "password_required": "true", "run_as_owner": "false", "failover": "false", "origin": "any",
        "synchronous_commit": "off",
    ]

    /// Made without a connection, as pg_dump does: it copies nothing and is not enabled.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let settings =
            ["connect = false", slotSetting]
            + options.sorted { $0.key < $1.key }.map { "\($0.key) = \(SQLIdentifier.literal($0.value))" }
        let message =
            connection == nil
            ? "Its connection string could not be read: set it with ALTER SUBSCRIPTION … CONNECTION, then enable it."
            : "It is created disabled, without a slot at the publisher."
        return [
            Statement(
                """
                CREATE \(name)
                CONNECTION \(SQLIdentifier.literal(connection ?? ""))
                PUBLICATION \(publicationList)
                WITH (\(settings.joined(separator: ", ")))
                """, hazards: [Hazard(.replication, message)])
        ]
    }

    /// With its slot it could be dropped only outside a transaction, and only while the publisher answers.
    package func removal(_ context: MigrationContext) -> [Statement] {
        let message = slot.map { "The slot \($0) stays at the publisher, and keeps its log until it is dropped." }
        return [
            Statement("ALTER \(name) DISABLE", hazards: [Hazard(.replication)]),
            Statement("ALTER \(name) SET (slot_name = NONE)"),
            Statement("DROP \(name)", hazards: [Hazard(.replication, message ?? "")]),
        ]
    }

    /// How to get here from another definition of the same object.
    package func alteration(from old: Subscription, _ context: MigrationContext) -> Alteration {
        for option in ["two_phase", "failover"] where options[option] != old.options[option] { return .rebuild }
        var statements: [Statement] = []
        func alter(_ words: String) {
            statements.append(Statement("ALTER \(name) \(words)", hazards: [Hazard(.replication)]))
        }
        if let connection, old.connection != nil, connection != old.connection {
            alter("CONNECTION \(SQLIdentifier.literal(connection))")
        }
        if publications != old.publications { alter("SET PUBLICATION \(publicationList) WITH (refresh = false)") }
        if slot == nil && old.slot != nil { alter("DISABLE") }
        var settings = slot == old.slot ? [] : [slotSetting]
        for option in changedOptions(from: old) {
            guard let value = options[option] ?? Self.defaults[option] else { continue }
            settings.append("\(option) = \(SQLIdentifier.literal(value))")
        }
        if !settings.isEmpty { alter("SET (\(settings.joined(separator: ", ")))") }
        return .inPlace(statements)
    }

    private func changedOptions(from old: Subscription) -> [String] {
        Set(options.keys).union(old.options.keys).filter { options[$0] != old.options[$0] }.sorted()
    }

    /// The connection string may hold a password: only the fact that it changed is shown.
    package func differences(from old: Subscription) -> [String] {
        var changes: [String] = []
        if connection != nil, old.connection != nil, connection != old.connection { changes.append("connection") }
        if publications != old.publications {
            changes.append("publications \(old.publicationList) -> \(publicationList)")
        }
        if slot != old.slot { changes.append("slot \(old.slot ?? "none") -> \(slot ?? "none")") }
        return changes
            + changedOptions(from: old).map {
                "\($0) \(old.options[$0] ?? "default") -> \(options[$0] ?? "default")"
            }
    }
}
