import SQLText

/// A table, or all tables of a schema, in a publication.
package struct PublicationMember: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The publication.
    package let publication: String
    /// What is published, as written after ADD: `TABLE ONLY shop.orders`, `TABLES IN SCHEMA shop`.
    package let target: String
    /// The published columns, sorted; empty for all (PostgreSQL 15).
    package let columns: [String]
    /// Which rows are published (PostgreSQL 15).
    package let filter: String?

    /// Makes a table's membership.
    package init(publication: String, table: ObjectID, columns: [String] = [], filter: String? = nil) {
        id = ObjectID(.publicationMember, name: publication, signature: table.qualifiedName)
        self.publication = publication
        target = "TABLE ONLY \(table.qualifiedName)"
        self.columns = columns
        self.filter = filter
    }

    /// Makes a schema's membership.
    package init(publication: String, schema: String) {
        let name = SQLIdentifier.name(schema)
        id = ObjectID(.publicationMember, name: publication, signature: "SCHEMA \(name)")
        self.publication = publication
        target = "TABLES IN SCHEMA \(name)"
        columns = []
        filter = nil
    }
}
