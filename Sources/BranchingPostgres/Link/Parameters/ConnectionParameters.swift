public import BranchingCore
import CLibpq

/// The parameters of a connection, read from a URL or a `key=value` string (manual section 34.1.1).
///
/// They may hold passwords, which are kept apart from the other values and never described.
public struct ConnectionParameters: Sendable, Hashable {
    /// The values by keyword (manual section 34.1.2), except passwords; what is not set has libpq's default.
    package private(set) var values: [String: String] = [:]
    /// The passwords by keyword.
    package private(set) var secrets: [String: Secret] = [:]
    /// How long sessions opened with it wait.
    public var limits = WaitLimits()
    /// Whether its sessions read only tables and sequences, so that no code of a view's owner runs.
    var readsTablesOnly = false

    /// The keywords whose values are passwords.
    private static let secretKeywords: Set<String> = ["password", "sslpassword"]

    /// Parameters by keyword.
    public init(_ values: [String: String]) {
        for (keyword, value) in values { self[keyword] = value }
    }

    /// Reads a connection string.
    ///
    /// - Throws: ``BranchError/invalidSource(_:)``, whose text never quotes the string.
    public init(parsing text: Secret) throws(BranchError) {
        // libpq's own parser, so that we accept what every PostgreSQL client accepts. Its message is not passed on: it
        // may quote a part of the password.
        var message: UnsafeMutablePointer<CChar>?
        defer { PQfreemem(message) }
        guard let options = PQconninfoParse(text.reveal(), &message) else {
            throw .invalidSource(
                "The connection string cannot be read. It is a URL (postgresql://user@host:5432/database) or key=value pairs; in a URL, write special characters of a password as %XX."
            )
        }
        defer { PQconninfoFree(options) }
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { self[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
    }

    /// A parameter's value, or nil if it is not set or is a password. All can be set.
    public subscript(keyword: String) -> String? {
        get { values[keyword] }
        set {
            if Self.secretKeywords.contains(keyword) {
                secrets[keyword] = newValue.map(Secret.init)
            } else {
                values[keyword] = newValue
            }
        }
    }

    /// Everything that is set, passwords too: for connecting.
    var revealed: [String: String] { values.merging(secrets.mapValues { $0.reveal() }) { $1 } }

    /// The same server and role, but another database.
    public func connecting(to database: String) -> ConnectionParameters {
        var copy = self
        copy["dbname"] = database
        return copy
    }

    /// The same with the session's name in `pg_stat_activity`.
    public func named(_ application: String) -> ConnectionParameters {
        var copy = self
        copy["application_name"] = application
        return copy
    }

    /// The same for sessions that read only tables and sequences.
    package var readingTablesOnly: ConnectionParameters {
        var copy = self
        copy.readsTablesOnly = true
        return copy
    }

    /// How many seconds one address may take to answer: `connect_timeout`, or else the limit of the sessions; 1 to 30.
    package var connectSeconds: Int {
        let allowed = WaitLimits.connectSeconds
        let wanted = values["connect_timeout"].flatMap { Int($0.trimmedLine) }
        let seconds = wanted.flatMap { $0 > 0 ? $0 : nil } ?? limits.connect.wholeSeconds
        return min(max(seconds, allowed.lowerBound), allowed.upperBound)
    }

    /// The password, if there is one.
    public var password: Secret? { secrets["password"] }
}

extension ConnectionParameters: CustomStringConvertible, CustomReflectable {
    /// The parameters, with `***` for each password.
    public var description: String {
        values.merging(secrets.mapValues(\.description)) { $1 }
            .sorted { $0.key < $1.key }
            .map { "\($0.key)=\($0.value)" }
            .joined(separator: " ")
    }

    /// No children: nothing shows the password.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
