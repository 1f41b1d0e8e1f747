package import BranchingCore
import FoundationEssentials
import Testing

/// What every ``SessionStore`` must do. The store may have other sessions, and others may use it at the same time.
package struct SessionStoreContract: Sendable, CustomTestStringConvertible {
    package let testDescription: String
    private let body: @Sendable (any AccessStore) async throws -> Void

    private init(_ testDescription: String, _ body: @escaping @Sendable (any AccessStore) async throws -> Void) {
        self.testDescription = testDescription
        self.body = body
    }

    /// Checks the promise.
    package func check(on store: any AccessStore) async throws { try await body(store) }

    private static let now = Date(timeIntervalSince1970: 1_800_000_000)

    private static func session(_ key: APIKey?, at time: Date = now) -> BrowserSession {
        BrowserSession(
            id: .random(), keyID: key?.id, keyName: key?.name, role: key?.role ?? .admin, createdAt: time,
            address: "192.0.2.1", userAgent: "Mozilla/5.0 <b>'\"")
    }

    /// A key in the store, its digest, and a session that it began.
    private static func signedIn(
        _ store: any AccessStore, expiresAt: Date? = nil
    ) async throws -> (key: APIKey, secret: SecretDigest, session: BrowserSession, cookie: SecretDigest) {
        let key = AccessStoreContract.key(expiresAt: expiresAt)
        let secret = AccessStoreContract.digest()
        try await store.insert(key, digest: secret)
        let session = session(key)
        let cookie = AccessStoreContract.digest()
        try await store.insert(session, digest: cookie, credential: secret)
        return (key, secret, session, cookie)
    }

    /// Every promise.
    package static let all: [SessionStoreContract] = keeping + ending + codes
}

extension SessionStoreContract {
    private static let keeping = [
        SessionStoreContract("a session is kept with every field, and found by the digest of its cookie") { store in
            let (key, secret, session, cookie) = try await signedIn(store)
            let found = try await store.session(of: cookie, at: now)
            #expect(found == KnownSession(session: session, credential: secret, key: key))
            #expect(try await store.sessions(at: now).contains(session))
            #expect(try await store.session(of: secret, at: now) == nil)
        },
        SessionStoreContract("a session of the root has no key") { store in
            let session = session(nil)
            let (cookie, credential) = (AccessStoreContract.digest(), AccessStoreContract.digest())
            try await store.insert(session, digest: cookie, credential: credential)
            #expect(
                try await store.session(of: cookie, at: now)
                    == KnownSession(session: session, credential: credential, key: nil))
        },
        SessionStoreContract("a session shows what its key is called and may do now") { store in
            let (key, _, session, cookie) = try await signedIn(store)
            let changed = try await store.change(key.id, KeyChange(name: key.name + " new"))
            let found = try #require(try await store.session(of: cookie, at: now))
            #expect(found.key == changed && found.session.keyName == changed.name)
            #expect(try await store.sessions(at: now).first { $0.id == session.id }?.keyName == changed.name)
        },
        SessionStoreContract("a visit is noted once a minute, and puts the end off") { store in
            let (_, _, session, cookie) = try await signedIn(store)
            try await store.noteSeen(session.id, at: now + 59)
            #expect(try await store.session(of: cookie, at: now)?.session.lastSeenAt == now)
            try await store.noteSeen(session.id, at: now + 60)
            #expect(try await store.session(of: cookie, at: now + 61)?.session.lastSeenAt == now + 60)
            #expect(try await store.session(of: cookie, at: now + 60 + 1799) != nil)
            #expect(try await store.session(of: cookie, at: now + 60 + 1800) == nil)
        },
        SessionStoreContract("a key has twenty sessions at once, and the one unseen for longest ends") { store in
            let (key, secret, first, cookie) = try await signedIn(store)
            var cookies = [cookie]
            for number in 1...BrowserSession.limitPerKey {
                cookies.append(AccessStoreContract.digest())
                try await store.insert(
                    session(key, at: now + Double(number)), digest: cookies[number], credential: secret)
            }
            #expect(try await store.session(of: cookie, at: now + 30) == nil)
            #expect(try await store.session(of: cookies[1], at: now + 30) != nil)
            let mine = try await store.sessions(at: now + 30).filter { $0.keyID == key.id }
            #expect(mine.count == BrowserSession.limitPerKey && !mine.contains(first))
            #expect(mine.map(\.createdAt) == mine.map(\.createdAt).sorted(by: >))
        },
    ]

    private static let ending = [
        SessionStoreContract("a session is over after half an hour unseen, or twelve hours") { store in
            let (_, _, session, cookie) = try await signedIn(store)
            #expect(try await store.session(of: cookie, at: now + 1799) != nil)
            #expect(try await store.session(of: cookie, at: now + 1800) == nil)
            #expect(try await !store.sessions(at: now + 1800).contains { $0.id == session.id })
            for seconds in stride(from: 1000.0, to: 43_200, by: 1000) {
                try await store.noteSeen(session.id, at: now + seconds)
            }
            #expect(try await store.session(of: cookie, at: now + 43_199) != nil)
            #expect(try await store.session(of: cookie, at: now + 43_200) == nil)
        },
        SessionStoreContract("of sessions and codes of one moment, the new one never ends") { store in
            let (key, secret, _, _) = try await signedIn(store)
            for _ in 0..<(2 * BrowserSession.limitPerKey) {
                let cookie = AccessStoreContract.digest()
                try await store.insert(session(key), digest: cookie, credential: secret)
                #expect(try await store.session(of: cookie, at: now) != nil)
            }
            for _ in 0..<(2 * SignInCode.limitPerKey) {
                let (code, other) = (AccessStoreContract.digest(), AccessStoreContract.digest())
                for digest in [other, code] {
                    try await store.insert(
                        SignInCode(keyID: key.id, credential: secret, expiresAt: now + 60), digest: digest)
                }
                #expect(try await store.redeem(code, at: now) != nil)
            }
        },
        SessionStoreContract("a session ends once, and by its id") { store in
            let (_, _, session, cookie) = try await signedIn(store)
            try await store.endSession(session.id)
            #expect(try await store.session(of: cookie, at: now) == nil)
            let error = await #expect(throws: AccessError.self) { try await store.endSession(session.id) }
            #expect(error == .sessionNotFound(session.id))
        },
        SessionStoreContract("a session is over when its key is revoked or has expired") { store in
            let (key, _, _, cookie) = try await signedIn(store)
            _ = try await store.revoke(key.id, at: now)
            #expect(try await store.session(of: cookie, at: now) == nil)
            let (_, _, _, other) = try await signedIn(store, expiresAt: now + 100)
            #expect(try await store.session(of: other, at: now + 99) != nil)
            #expect(try await store.session(of: other, at: now + 100) == nil)
        },
        SessionStoreContract("a session is over when the secret that it began with no longer works") { store in
            let (key, _, _, cookie) = try await signedIn(store)
            let new = AccessStoreContract.digest()
            _ = try await store.rotate(key.id, to: new, prefix: "ayb_wxyz", grace: now + 100, expiresAt: nil)
            #expect(try await store.session(of: cookie, at: now + 99) != nil)
            #expect(try await store.session(of: cookie, at: now + 100) == nil)
            let session = session(key)
            let later = AccessStoreContract.digest()
            try await store.insert(session, digest: later, credential: new)
            #expect(try await store.session(of: later, at: now + 100) != nil)
        },
        SessionStoreContract("what is over goes, and what holds stays") { store in
            let (_, _, session, cookie) = try await signedIn(store)
            try await store.removeSessions(at: now + 1000)
            #expect(try await store.session(of: cookie, at: now) != nil)
            try await store.removeSessions(at: now + 1800)
            await #expect(throws: AccessError.sessionNotFound(session.id)) { try await store.endSession(session.id) }
        },
    ]

    private static let codes = [
        SessionStoreContract("a one-time code is taken once") { store in
            let code = SignInCode(keyID: .random(), credential: AccessStoreContract.digest(), expiresAt: now + 60)
            let digest = AccessStoreContract.digest()
            try await store.insert(code, digest: digest)
            #expect(try await store.redeem(AccessStoreContract.digest(), at: now) == nil)
            let taken = try await withThrowingTaskGroup(of: SignInCode?.self) { group in
                for _ in 0..<8 { group.addTask { try await store.redeem(digest, at: now + 59) } }
                return try await group.reduce(into: [SignInCode]()) { if let code = $1 { $0.append(code) } }
            }
            #expect(taken == [code])
        },
        SessionStoreContract("a one-time code is over after its time, and then goes") { store in
            let digest = AccessStoreContract.digest()
            try await store.insert(
                SignInCode(keyID: nil, credential: AccessStoreContract.digest(), expiresAt: now + 60), digest: digest)
            #expect(try await store.redeem(digest, at: now + 60) == nil)
            #expect(try await store.redeem(digest, at: now) == nil)
        },
        SessionStoreContract("a key has ten codes at once, and the oldest end") { store in
            let key = KeyID.random()
            var digests: [SecretDigest] = []
            for number in 0...SignInCode.limitPerKey {
                digests.append(AccessStoreContract.digest())
                try await store.insert(
                    SignInCode(
                        keyID: key, credential: AccessStoreContract.digest(), expiresAt: now + Double(60 + number)),
                    digest: digests[number])
            }
            #expect(try await store.redeem(digests[0], at: now) == nil)
            #expect(try await store.redeem(digests[1], at: now) != nil)
        },
    ]
}
