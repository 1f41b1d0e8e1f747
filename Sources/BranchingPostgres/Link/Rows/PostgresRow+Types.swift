package import FoundationEssentials

/// The generic functions for each type: specialized here, not where they are called.
extension PostgresRow {
    /// A column as a value.
    package func value(_ column: String, as type: String.Type = String.self) throws -> String {
        try required(column)
    }

    /// A column as a value, or nil if it is NULL.
    package func optional(_ column: String, as type: String.Type) throws -> String? {
        try found(column)
    }

    /// A column as a value.
    package func value(_ column: String, as type: Int.Type = Int.self) throws -> Int {
        try required(column)
    }

    /// A column as a value, or nil if it is NULL.
    package func optional(_ column: String, as type: Int.Type = Int.self) throws -> Int? {
        try found(column)
    }

    /// A column as a value.
    package func value(_ column: String, as type: Int32.Type = Int32.self) throws -> Int32 {
        try required(column)
    }

    /// A column as a value, or nil if it is NULL.
    package func optional(_ column: String, as type: Int32.Type = Int32.self) throws -> Int32? {
        try found(column)
    }

    /// A column as a value.
    package func value(_ column: String, as type: UInt32.Type = UInt32.self) throws -> UInt32 {
        try required(column)
    }

    /// A column as a value, or nil if it is NULL.
    package func optional(_ column: String, as type: UInt32.Type = UInt32.self) throws -> UInt32? {
        try found(column)
    }

    /// A column as a value.
    package func value(_ column: String, as type: Int64.Type = Int64.self) throws -> Int64 {
        try required(column)
    }

    /// A column as a value, or nil if it is NULL.
    package func optional(_ column: String, as type: Int64.Type = Int64.self) throws -> Int64? {
        try found(column)
    }

    /// A column as a value.
    package func value(_ column: String, as type: Double.Type = Double.self) throws -> Double {
        try required(column)
    }

    /// A column as a value, or nil if it is NULL.
    package func optional(_ column: String, as type: Double.Type = Double.self) throws -> Double? {
        try found(column)
    }

    /// A column as a value.
    package func value(_ column: String, as type: Bool.Type = Bool.self) throws -> Bool {
        try required(column)
    }

    /// A column as a value, or nil if it is NULL.
    package func optional(_ column: String, as type: Bool.Type = Bool.self) throws -> Bool? {
        try found(column)
    }

    /// A column as a value.
    package func value(_ column: String, as type: Date.Type = Date.self) throws -> Date {
        try required(column)
    }

    /// A column as a value, or nil if it is NULL.
    package func optional(_ column: String, as type: Date.Type = Date.self) throws -> Date? {
        try found(column)
    }
}
