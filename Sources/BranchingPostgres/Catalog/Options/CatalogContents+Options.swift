import DiffTerms
import DumpText
import PostgresLink

extension CatalogContents {
    /// The storage options of a row that belong to the schema. Unknown ones are noted, to be reported as not compared.
    mutating func options(_ row: PostgresRow, _ column: String = "options", of scope: OptionScope) throws -> [String] {
        try row.list(column).filter { option in
            switch scope.judgement(on: option) {
            case .part: return true
            case .internalToPostgreSQL: return false
            case .unknown(let name):
                unknownOptions.insert(UnsupportedObject(option: name, of: scope))
                return false
            }
        }
    }
}

extension UnsupportedObject {
    /// The report of an option, once for everything it is set on.
    init(option: String, of scope: OptionScope) {
        self.init(catalog: scope.place.catalog, description: "option \(option) of \(scope.place.things)")
    }
}
