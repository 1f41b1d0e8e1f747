import ArgumentParser
import BranchingCore
import FoundationEssentials

/// The one place that switches on the output format.
struct Renderer: Sendable {
    /// The format.
    let format: Output

    /// Several things: a table, or a JSON array.
    func text(_ items: [some Listable], now: Date = Date()) throws -> String {
        switch format {
        case .table: Self.table(items, now: now)
        case .json: try Self.json(items)
        }
    }

    /// One thing: a line per field, or a JSON object.
    func text(_ item: some Displayable, now: Date = Date()) throws -> String {
        switch format {
        case .table: TextTable.text(details: item.details(now: now))
        case .json: try Self.json(item)
        }
    }

    private static func table<Item: Listable>(_ items: [Item], now: Date) -> String {
        TextTable.text(columns: Item.columns, rows: items.map { $0.row(now: now) })
    }

    /// A value as JSON for people, with the API's names; control characters are escaped, so the values stay the same.
    static func json(_ value: some Encodable) throws -> String {
        let document = String(decoding: try APICoder.encoder(pretty: true).encode(value), as: UTF8.self)
        return VisibleText.jsonDocument(document)
    }
}

/// How results are printed.
enum Output: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// For people: aligned, with rounded sizes and ages.
    case table
    /// For programs: everything, exactly.
    case json
}

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "How results are printed: table or json.")
    var output: Output?
}

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
