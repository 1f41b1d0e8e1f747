/// Makes what PostgreSQL prints read back as the original.
package enum RoundTripText {
    /// The statement in words that PostgreSQL reads as what it was printed from. Strings and quoted names stay as they
    /// are.
    package static func restored(_ sql: String) -> String {
        UnnamedColumn.named(in: NestedCondition.restored(in: ImplicitArrayCast.removed(from: sql)))
    }
}
