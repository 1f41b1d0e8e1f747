/// A type that is a list of labels (manual section 8.7).
package struct EnumType: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The labels, in order.
    package var labels: [String]

    /// Makes an enum.
    package init(id: ObjectID, labels: [String]) {
        self.id = id
        self.labels = labels
    }

    /// What to call its kind in a report.
    package var kindName: String { "enum" }

    /// The labels that an earlier definition lacks, in order.
    package func addedLabels(from old: EnumType) -> [String] {
        let known = Set(old.labels)
        return labels.filter { !known.contains($0) }
    }
}
