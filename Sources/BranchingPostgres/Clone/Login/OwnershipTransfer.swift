import BranchingCore
import Logging

/// Gives all that one role owns or may do in a database to another, as if it had been that role all along.
///
/// It takes neither membership, which would open every other database of the owner, nor `REASSIGN OWNED`, which would
/// move the source itself: only this database changes. Each batch is a transaction, since a database can have more
/// objects than one may lock; a transfer that fails leaves a database that its caller drops.
struct OwnershipTransfer: Sendable {
    let from: String
    let to: String
    let logger: Logger

    /// How many statements are sent at once.
    private static let batch = 200

    /// - Parameter handle: A session in the database, by a role that may act as both.
    /// - Throws: ``OperationError/failed(_:_:)`` if an object cannot be moved.
    func run(on handle: borrowing ConnectionHandle) throws {
        guard let oid = try Self.oid(of: from, on: handle) else { return }
        do {
            try moveGrants(oid, on: handle)
            try moveObjects(oid, on: handle)
            for sql in [DefaultPrivilegeTransferQuery.statements, DefaultPrivilegeTransferQuery.policies] {
                try run(try statements(sql, oid, on: handle).map(\.text), on: handle)
            }
        } catch let error as PostgresError where error.sqlState == .insufficientPrivilege {
            throw refusal("\(error).")
        }
    }

    /// - Throws: ``OperationError/failed(_:_:)`` if the role still owns something that can be moved.
    func requireNothingLeft(on handle: borrowing ConnectionHandle) throws {
        guard from != to, let oid = try Self.oid(of: from, on: handle) else { return }
        let left = try statements(OwnedObjectQuery.statements, oid, on: handle)
        guard let first = try left.first(where: { try !$0.row.value("may_stay") }) else { return }
        throw refusal("\(left.count) objects stay, such as by: \(first.text).")
    }

    private func refusal(_ reason: String) -> OperationError {
        .failed(
            .cloneFailed,
            "What '\(from)' owns in the source cannot be given to the branch's login. \(reason) The server's role must be a member of '\(from)', which needs CREATE on each schema that it has objects in."
        )
    }

    private static func oid(of role: String, on handle: borrowing ConnectionHandle) throws -> Int64? {
        try handle.query("SELECT oid FROM pg_catalog.pg_roles WHERE rolname = $1", [.text(role)]).first?.value("oid")
    }

    private struct Change {
        let text: String
        let row: PostgresRow
    }

    private func statements(_ sql: String, _ oid: Int64, on handle: borrowing ConnectionHandle) throws -> [Change] {
        var found: [Change] = []
        for row in try handle.query(sql, [.integer(oid), .text(to)]) {
            found.append(Change(text: try row.value("statement"), row: row))
        }
        return found
    }

    /// What the role may do with others' objects. Without the right to act as their owners, that is left out.
    private func moveGrants(_ oid: Int64, on handle: borrowing ConnectionHandle) throws {
        var allowed: [String] = []
        for change in try statements(GrantTransferQuery.statements, oid, on: handle) {
            if try change.row.value("allowed") {
                allowed.append(change.text)
            } else {
                let (kind, name): (String, String) = (
                    try change.row.value("kind"), try change.row.value("identity")
                )
                logger.warning("a privilege is not given to the login", metadata: ["on": "\(kind) \(name)"])
            }
        }
        try run(allowed, on: handle)
    }

    private func moveObjects(_ oid: Int64, on handle: borrowing ConnectionHandle) throws {
        let schemas = try statements(OwnedObjectQuery.schemasWithoutCreate, oid, on: handle)
        try run(schemas.map(\.text), on: handle)
        var (all, optional): ([String], [String]) = ([], [])
        for change in try statements(OwnedObjectQuery.statements, oid, on: handle) {
            if try change.row.value("may_stay") { optional.append(change.text) } else { all.append(change.text) }
        }
        try run(all, on: handle)
        for statement in optional {
            do {
                try handle.query(statement)
            } catch let error as PostgresError where error.sqlState == .insufficientPrivilege {
                logger.warning(
                    "an object is not given to the login",
                    metadata: ["statement": "\(statement)", "why": "\(error.message)"])
            }
        }
        for schema in schemas { try handle.query(schema.row.value("undo", as: String.self)) }
    }

    private func run(_ statements: [String], on handle: borrowing ConnectionHandle) throws {
        for start in stride(from: 0, to: statements.count, by: Self.batch) {
            try handle.script(
                statements[start..<min(start + Self.batch, statements.count)].joined(separator: ";\n"))
        }
    }
}
