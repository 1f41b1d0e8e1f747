package import BranchingCore
package import FoundationEssentials
import Testing

/// What every ``AccessStore`` must do. The store may have other keys, and others may use it at the same time.
package struct AccessStoreContract: Sendable, CustomTestStringConvertible {
    package let testDescription: String
    private let body: @Sendable (any AccessStore) async throws -> Void

    private init(_ testDescription: String, _ body: @escaping @Sendable (any AccessStore) async throws -> Void) {
        self.testDescription = testDescription
        self.body = body
    }

    /// Checks the promise.
    package func check(on store: any AccessStore) async throws { try await body(store) }

    /// A key as it is before it is kept, with a name that nobody else has.
    package static func key(
        _ name: String = "key", role: AccessRole = .developer, limits: KeyLimits = KeyLimits(), expiresAt: Date? = nil
    ) -> APIKey {
        APIKey(
            id: .random(), name: "\(name) \(KeyID.random())", prefix: "ayb_abcd", role: role, limits: limits,
            createdBy: "root", createdAt: Date(timeIntervalSince1970: 1_700_000_000), expiresAt: expiresAt)
    }

    /// A digest that nobody else has.
    package static func digest() -> SecretDigest {
        SecretDigest(bytes: (0..<32).map { _ in UInt8.random(in: 0...255) })
    }

    private static let now = Date(timeIntervalSince1970: 1_800_000_000)

    /// Every promise.
    package static let all: [AccessStoreContract] = keeping + changing + ending + auditing
}

extension AccessStoreContract {
    private static let keeping = [
        AccessStoreContract("a key is kept with every field, and found by its digest") { store in
            let limits = KeyLimits(
                namePrefix: "ci-", maxBranches: 3, sources: [.main, .url],
                cidrs: [try #require(AddressRange("10.0.0.0/8")), try #require(AddressRange("2001:db8::/32"))])
            let key = key("ä 'quoted' \"name\"", role: .operator, limits: limits, expiresAt: now)
            let digest = digest()
            try await store.insert(key, digest: digest)
            #expect(try await store.key(key.id) == key)
            #expect(try await store.key(of: digest, at: now) == key)
            #expect(try await store.keys().contains(key))
            #expect(try await store.key(of: Self.digest(), at: now) == nil)
        },
        AccessStoreContract("two keys that work do not have one name; a revoked one gives it back") { store in
            let first = key()
            try await store.insert(first, digest: digest())
            var second = key()
            second.name = first.name
            let digest = digest()
            let error = await #expect(throws: AccessError.self) { try await store.insert(second, digest: digest) }
            #expect(error == .keyNameTaken(first.name))
            #expect(try await store.key(of: digest, at: now) == nil)
            _ = try await store.revoke(first.id, at: now)
            try await store.insert(second, digest: digest)
            let third = key()
            try await store.insert(third, digest: Self.digest())
            let taken = await #expect(throws: AccessError.self) {
                try await store.change(third.id, KeyChange(name: first.name))
            }
            #expect(taken == .keyNameTaken(first.name))
        },
        AccessStoreContract("a key that is not there is told by its id") { store in
            let id = KeyID.random()
            for attempt in [
                { _ = try await store.key(id) }, { _ = try await store.revoke(id, at: now) },
                { _ = try await store.change(id, KeyChange(name: "x")) },
                { _ = try await store.rotate(id, to: digest(), prefix: "ayb_abcd", grace: now, expiresAt: nil) },
            ] as [@Sendable () async throws -> Void] {
                let error = await #expect(throws: AccessError.self) { try await attempt() }
                #expect(error == .keyNotFound(id))
            }
        },
    ]

    private static let changing = [
        AccessStoreContract("a name and limits change, and nothing else with them") { store in
            var key = key()
            try await store.insert(key, digest: digest())
            key.limits.maxBranches = 5
            #expect(try await store.change(key.id, KeyChange(limits: key.limits)) == key)
            key.name += " new"
            #expect(try await store.change(key.id, KeyChange(name: key.name)) == key)
            #expect(try await store.key(key.id) == key)
        },
        AccessStoreContract("a rotated key has two secrets until the grace is over") { store in
            let key = key()
            let (old, new) = (digest(), digest())
            try await store.insert(key, digest: old)
            let rotated = try await store.rotate(
                key.id, to: new, prefix: "ayb_wxyz", grace: now, expiresAt: now.addingTimeInterval(500))
            #expect(rotated.prefix == "ayb_wxyz")
            #expect(rotated.expiresAt == now.addingTimeInterval(500))
            #expect(try await store.key(of: old, at: now.addingTimeInterval(-1)) == rotated)
            #expect(try await store.key(of: old, at: now.addingTimeInterval(1)) == nil)
            #expect(try await store.key(of: new, at: now.addingTimeInterval(1)) == rotated)
            // Rotated once more, the first secret is gone, whatever its grace was.
            _ = try await store.rotate(
                key.id, to: digest(), prefix: "ayb_wxyz", grace: now, expiresAt: nil)
            #expect(try await store.key(of: old, at: now.addingTimeInterval(-1)) == nil)
        },
        AccessStoreContract("a use is noted once a minute") { store in
            let key = key()
            try await store.insert(key, digest: digest())
            try await store.noteUse(of: key.id, at: now, from: "192.0.2.1")
            try await store.noteUse(of: key.id, at: now.addingTimeInterval(59), from: "192.0.2.2")
            #expect(try await store.key(key.id).lastUsedAt == now)
            #expect(try await store.key(key.id).lastUsedFrom == "192.0.2.1")
            try await store.noteUse(of: key.id, at: now.addingTimeInterval(60), from: nil)
            #expect(try await store.key(key.id).lastUsedAt == now.addingTimeInterval(60))
            #expect(try await store.key(key.id).lastUsedFrom == nil)
        },
    ]

    private static let ending = [
        AccessStoreContract("a revoked key stays on record, ends for good, and changes no more") { store in
            let key = key()
            let digest = digest()
            try await store.insert(key, digest: digest)
            let revoked = try await store.revoke(key.id, at: now)
            #expect(revoked.revokedAt == now)
            #expect(try await store.revoke(key.id, at: now.addingTimeInterval(9)).revokedAt == now)
            #expect(try await store.key(of: digest, at: now)?.isValid(at: now) == false)
            let error = await #expect(throws: AccessError.self) {
                try await store.change(key.id, KeyChange(name: "other"))
            }
            #expect(error == .keyRevoked(key.id))
        }
    ]

    private static let auditing = [
        AccessStoreContract("the trail is read newest first, filtered, and in pages") { store in
            let actor = KeyID.random().rawValue
            var ids: [Int64] = []
            for number in 0..<6 {
                let entry = AuditEntry(
                    at: now.addingTimeInterval(Double(number)), actor: actor, actorName: "<b>'\"\u{202E}",
                    action: number.isMultiple(of: 2) ? "branch.create" : "branch.delete", branch: "b\(number)",
                    subject: "postgresql://h/d", result: "started", requestID: "r", address: "192.0.2.1")
                ids.append(try await store.record(entry))
            }
            #expect(ids == ids.sorted() && Set(ids).count == 6)
            try await store.conclude(ids[5], result: "ok")
            let all = try await store.audit(AuditFilter(actor: actor))
            #expect(all.map(\.id) == ids.reversed())
            #expect(all.first?.result == "ok" && all.last?.result == "started")
            #expect(all.first?.actorName == "<b>'\"\u{202E}")
            #expect(all.first?.at == now.addingTimeInterval(5))
            func ask(_ change: (inout AuditFilter) -> Void) async throws -> [Int64] {
                var filter = AuditFilter(actor: actor)
                change(&filter)
                return try await store.audit(filter).map(\.id)
            }
            #expect(try await ask { $0.action = "branch.create" } == [ids[4], ids[2], ids[0]])
            #expect(try await ask { $0.branch = "b3" } == [ids[3]])
            #expect(try await ask { $0.since = now.addingTimeInterval(4) } == [ids[5], ids[4]])
            #expect(try await ask { $0.until = now.addingTimeInterval(1) } == [ids[0]])
            #expect(try await ask { $0.limit = 2 } == [ids[5], ids[4]])
            #expect(
                try await ask {
                    $0.limit = 2
                    $0.before = ids[4]
                } == [ids[3], ids[2]])
        },
        AccessStoreContract("a request that comes again makes no second key") { store in
            let again = IdempotencyKey(actor: "root", digest: "\(KeyID.random())", fingerprint: "a")
            let (first, second) = (key(), key())
            try await store.insert(first, digest: digest(), idempotencyKey: again)
            await #expect(throws: AccessError.idempotencyKeyUsed(first.id)) {
                try await store.insert(second, digest: digest(), idempotencyKey: again)
            }
            var other = again
            other.fingerprint = "b"
            await #expect(throws: AccessError.idempotencyKeyReused) {
                try await store.insert(second, digest: digest(), idempotencyKey: other)
            }
            #expect(try await store.keys().filter { [first.id, second.id].contains($0.id) }.map(\.id) == [first.id])
        },
        AccessStoreContract("old lines of the trail go") { store in
            let actor = KeyID.random().rawValue
            let old = Date(timeIntervalSince1970: 1000)
            for instant in [old, now] {
                _ = try await store.record(
                    AuditEntry(at: instant, actor: actor, action: "branch.create", result: "ok"))
            }
            try await store.removeAudit(before: Date(timeIntervalSince1970: 2000))
            #expect(try await store.audit(AuditFilter(actor: actor)).map(\.at) == [now])
        },
    ]
}
