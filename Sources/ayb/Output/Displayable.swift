import FoundationEssentials

/// Something that can be printed alone.
protocol Displayable: Encodable {
    /// Its fields, in order, without those it lacks.
    func details(now: Date) -> [(label: String, value: String)]
}

/// Something that can be printed as a row of a table.
protocol Listable: Encodable {
    /// The column headings.
    static var columns: [String] { get }
    /// Its cells, one per column.
    func row(now: Date) -> [String]
}
