/// A type that is a list of labels (manual section 8.7).
public struct EnumType: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The labels, in order.
    public var labels: [String]

    /// Makes an enum.
    public init(id: ObjectID, labels: [String]) {
        self.id = id
        self.labels = labels
    }

    /// What to call its kind in a report.
    public var kindName: String { "enum" }

    /// The labels that an earlier definition lacks, in order.
    public func addedLabels(from old: EnumType) -> [String] {
        let known = Set(old.labels)
        return labels.filter { !known.contains($0) }
    }
}
