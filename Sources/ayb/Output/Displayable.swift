import FoundationEssentials

/// Something that can be printed on its own.
protocol Displayable: Encodable {
    /// Its sides, in order, without those that it lacks.
    func details(now: Date) -> [(label: String, value: String)]
}

/// Something that can be printed as a row among others.
protocol Listable: Encodable {
    /// The heads of the columns.
    static var columns: [String] { get }
    /// Its cells, one for each column.
    func row(now: Date) -> [String]
}
