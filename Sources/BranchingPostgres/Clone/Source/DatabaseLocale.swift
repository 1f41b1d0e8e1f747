import SQLText

/// The encoding and locale that a database was created with. They cannot change afterwards.
struct DatabaseLocale: Sendable, Hashable {
    var encoding: String
    var collate: String
    var characterType: String
    /// `c` libc, `i` ICU, `b` builtin (manual section 53.15).
    var provider: String
    /// The ICU or builtin locale.
    var locale: String?
    /// Rules that tailor an ICU collation.
    var icuRules: String?

    /// The options of CREATE DATABASE for the same locale.
    ///
    /// - Parameter majorVersion: The creating server's; providers came with 15.
    func options(majorVersion: Int) -> String {
        var options =
            "ENCODING \(SQLIdentifier.literal(encoding)) LC_COLLATE \(SQLIdentifier.literal(collate)) LC_CTYPE \(SQLIdentifier.literal(characterType))"
        guard majorVersion >= 15 else { return options }
        switch (provider, locale) {
        case ("i", .some(let locale)):
            options += " LOCALE_PROVIDER icu ICU_LOCALE \(SQLIdentifier.literal(locale))"
            if let icuRules { options += " ICU_RULES \(SQLIdentifier.literal(icuRules))" }
        case ("b", .some(let locale)):
            options += " LOCALE_PROVIDER builtin BUILTIN_LOCALE \(SQLIdentifier.literal(locale))"
        default: options += " LOCALE_PROVIDER libc"
        }
        return options
    }
}
