/// A five-character PostgreSQL error code (manual, appendix A).
public struct SQLState: RawRepresentable, Sendable, Hashable {
    /// The code.
    public let rawValue: String

    /// Takes a code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The first two characters: the kind of error.
    public var errorClass: Substring { rawValue.prefix(2) }

    /// `insufficient_privilege`
    public static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// `invalid_catalog_name`: there is no such database.
    public static let invalidCatalogName = SQLState(rawValue: "3D000")
    /// `invalid_schema_name`
    public static let invalidSchemaName = SQLState(rawValue: "3F000")
    /// `undefined_table`
    public static let undefinedTable = SQLState(rawValue: "42P01")
    /// `duplicate_database`
    public static let duplicateDatabase = SQLState(rawValue: "42P04")
    /// `unique_violation`
    public static let uniqueViolation = SQLState(rawValue: "23505")
    /// `object_in_use`: other sessions use the database.
    public static let objectInUse = SQLState(rawValue: "55006")
    /// `object_not_in_prerequisite_state`
    public static let objectNotInPrerequisiteState = SQLState(rawValue: "55000")
    /// `query_canceled`
    public static let queryCanceled = SQLState(rawValue: "57014")
    /// `too_many_connections`
    public static let tooManyConnections = SQLState(rawValue: "53300")
    /// `io_error`
    public static let ioError = SQLState(rawValue: "58030")
    /// `connection_failure`
    public static let connectionFailure = SQLState(rawValue: "08006")
    /// `lock_not_available`
    public static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// `feature_not_supported`
    public static let featureNotSupported = SQLState(rawValue: "0A000")
    /// `program_limit_exceeded`
    public static let programLimitExceeded = SQLState(rawValue: "54000")
    /// `dependent_objects_still_exist`
    public static let dependentObjectsStillExist = SQLState(rawValue: "2BP01")
    /// `undefined_object`, such as a role or setting.
    public static let undefinedObject = SQLState(rawValue: "42704")
}

extension Error {
    /// The server's code, if it is an error of PostgreSQL that has one.
    package var sqlState: SQLState? { (self as? PostgresError)?.sqlState }
}
