import BranchingCore

/// The fields of a form (`application/x-www-form-urlencoded`; WHATWG URL, section 5.1), each at most once.
struct FormFields: Sendable {
    static let mediaType = "application/x-www-form-urlencoded"
    private static let limit = 1000

    private let values: [String: String]

    /// A form without fields.
    init() { values = [:] }

    /// Reads a body strictly. Errors never repeat what was sent.
    init(_ bytes: some Collection<UInt8>) throws(BranchError) {
        var values: [String: String] = [:]
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let name = try Self.text(pair.prefix { $0 != UInt8(ascii: "=") })
            let value = try Self.text(pair.drop { $0 != UInt8(ascii: "=") }.dropFirst())
            guard values.updateValue(value, forKey: name) == nil else {
                throw .invalidRequest("A field of the form is given twice.")
            }
            guard values.count <= Self.limit else {
                throw .invalidRequest("A form has at most \(Self.limit) fields.")
            }
        }
        self.values = values
    }

    /// The value of a field; nil where it is absent.
    subscript(_ name: String) -> String? { values[name] }

    /// The names of the fields, sorted.
    var names: [String] { values.keys.sorted() }

    private static func text(_ encoded: some Collection<UInt8>) throws(BranchError) -> String {
        var bytes: [UInt8] = []
        var rest = encoded.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = digit(rest.next()), let low = digit(rest.next()) else {
                    throw .invalidRequest("The form has a '%' without two hexadecimal digits.")
                }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
            throw .invalidRequest("The form is no text in UTF-8.")
        }
        return text
    }

    private static func digit(_ byte: UInt8?) -> UInt8? {
        switch byte {
        case .some(let byte) where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte): byte - UInt8(ascii: "0")
        case .some(let byte) where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte): byte - UInt8(ascii: "a") + 10
        case .some(let byte) where (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
