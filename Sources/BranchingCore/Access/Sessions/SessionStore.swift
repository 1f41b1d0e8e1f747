public import FoundationEssentials

/// The part of ``AccessStore`` for browsers' sessions, which hold on every server.
public protocol SessionStore: Sendable {
    /// Keeps a new session. A key's sessions beyond ``BrowserSession/limitPerKey`` end, those unseen for longest first.
    ///
    /// - Parameters:
    ///   - session: The session.
    ///   - digest: Of its cookie.
    ///   - credential: What the browser signed in with.
    func insert(
        _ session: BrowserSession, digest: SecretDigest, credential: SecretDigest
    ) async throws(AccessError)

    /// The session that a cookie belongs to.
    ///
    /// - Returns: nil if there is none, if it is over, or if the key's secret that it began with no longer works.
    func session(of digest: SecretDigest, at now: Date) async throws(AccessError) -> KnownSession?

    /// The sessions that hold, newest first.
    func sessions(at now: Date) async throws(AccessError) -> [BrowserSession]

    /// Notes that a browser was seen, once a minute at most.
    func noteSeen(_ id: SessionID, at now: Date) async throws(AccessError)

    /// Ends a session for good.
    ///
    /// - Throws: ``AccessError/sessionNotFound(_:)``.
    func endSession(_ id: SessionID) async throws(AccessError)

    /// Removes the sessions and one-time codes that are over.
    func removeSessions(at now: Date) async throws(AccessError)

    /// Keeps a one-time code. A key's codes beyond ``SignInCode/limitPerKey`` end, the oldest first.
    func insert(_ code: SignInCode, digest: SecretDigest) async throws(AccessError)

    /// Takes a one-time code: whoever takes it first has it.
    ///
    /// - Returns: nil if there is none, if it was taken, or if it is over.
    func redeem(_ digest: SecretDigest, at now: Date) async throws(AccessError) -> SignInCode?
}
