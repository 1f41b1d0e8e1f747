import BranchingCore

/// API keys and the audit trail in the control database: the ``AccessStore`` over libpq.
public struct PostgresAccessStore: Sendable {
    let control: ControlDatabase

    /// Uses a connection, and translates errors into those of the port.
    func run<Value: Sendable>(
        _ body: @Sendable (borrowing ConnectionHandle) throws -> Value
    ) async throws(AccessError) -> Value {
        do {
            return try await control.run { handle in
                do {
                    return Result<Value, AccessError>.success(try body(handle))
                } catch let error as AccessError {
                    return .failure(error)
                }
            }.get()
        } catch let error as AccessError {
            throw error
        } catch {
            throw Self.translate(error)
        }
    }

    private static func translate(_ error: any Error) -> AccessError {
        let error = BranchError(error)
        return switch error {
        case .unavailable, .notConfigured: .unavailable(error.description)
        default: .unexpected(error.description)
        }
    }
}

extension PostgresBranchService {
    /// The keys and the audit trail that go with the branches.
    ///
    /// - Returns: nil if no database is configured.
    public var access: PostgresAccessStore? { control.map(PostgresAccessStore.init) }
}
