/// A subscription (manual section 29.2). Whether it is enabled is not part of the schema: a new one never is, so that a
/// copy of a database does not take the changes that its original waits for.
package struct Subscription: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// How to connect to the publisher; it may hold a password. Nil if the role may not read it.
    package let connection: String?
    /// The publications, in their order.
    package let publications: [String]
    /// The replication slot, if any.
    package let slot: String?
    /// Options that differ from PostgreSQL's defaults, as CREATE SUBSCRIPTION has them.
    package let options: [String: String]

    /// Makes a subscription.
    package init(
        id: ObjectID, connection: String?, publications: [String], slot: String?, options: [String: String] = [:]
    ) {
        self.id = id
        self.connection = connection
        self.publications = publications
        self.slot = slot
        self.options = options
    }
}
