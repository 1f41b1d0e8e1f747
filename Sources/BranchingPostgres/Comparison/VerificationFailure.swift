import BranchingCore

/// Why a migration could not be tried.
enum VerificationFailure: Error, Sendable {
    /// A program failed.
    case dump(ToolError)
    /// PostgreSQL refused, or is gone.
    case postgres(PostgresError)
    /// Something that is known in the words of the domain.
    case branch(BranchError)

    /// The error for the caller.
    var branchError: BranchError {
        switch self {
        case .branch(let error): return error
        case .dump(.cancelled): return .unavailable("The verification was stopped.")
        case .dump(let error): return .verificationFailed("The SQL could not be tried on a copy. \(error)")
        case .postgres(let error):
            if error.sqlState == .insufficientPrivilege {
                return .insufficientPrivilege(
                    "The role may not make a copy to try the SQL on: \(error). Verify with a role that has CREATEDB and is a member of the database's owner."
                )
            }
            return .verificationFailed("The SQL could not be tried on a copy: \(error)")
        }
    }

    static func translating<Value: Sendable>(_ body: () async throws(ToolError) -> Value) async throws(Self) -> Value {
        do throws(ToolError) { return try await body() } catch { throw .dump(error) }
    }

    static func translating<Value: Sendable>(_ body: () async throws(PostgresError) -> Value) async throws(Self)
        -> Value
    {
        do throws(PostgresError) { return try await body() } catch { throw .postgres(error) }
    }

    static func translating<Value: Sendable>(_ body: () async throws(BranchError) -> Value) async throws(Self) -> Value
    {
        do throws(BranchError) { return try await body() } catch { throw .branch(error) }
    }
}
