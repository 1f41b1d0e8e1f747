import BranchingPostgres
import FoundationEssentials

/// The PostgreSQL versions that tests can run on.
actor AvailableVersions {
    /// The only one, so that they are looked for once.
    static let shared = AvailableVersions()

    private var found: [Int: PostgresBinaries]?
    private var system: Int?

    /// All of them by major version.
    func all() async throws -> [Int: PostgresBinaries] {
        if let found { return found }
        let installed = try await PostgresBinaries.find()
        var all = [installed.majorVersion: installed]
        if let directory = ProcessInfo.processInfo.environment["AYB_TEST_POSTGRES"], !directory.isEmpty {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
            for name in names where Int(name) != nil {
                let unpacked = try await PostgresBinaries.find(in: "\(directory)/\(name)/bin")
                if all[unpacked.majorVersion] == nil { all[unpacked.majorVersion] = unpacked }
            }
        }
        found = all
        system = installed.majorVersion
        return all
    }

    /// The programs of a major version, or of the system's for nil.
    func binaries(version: Int?) async throws -> PostgresBinaries {
        let all = try await all()
        let version = try await major(version: version)
        guard let binaries = all[version] else {
            throw UnavailableVersion(version: version, available: all.keys.sorted())
        }
        return binaries
    }

    /// The given major version, or the system's for nil.
    func major(version: Int?) async throws -> Int {
        _ = try await all()
        return version ?? system ?? 0
    }
}

/// A test asked for a version that is not there.
struct UnavailableVersion: Error {
    var version: Int
    var available: [Int]
}
