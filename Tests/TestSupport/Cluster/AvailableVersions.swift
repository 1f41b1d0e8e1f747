import BranchingPostgres
import FoundationEssentials

/// The PostgreSQL versions that tests can run on: the installed one, and those in the directory `AYB_TEST_POSTGRES`.
actor AvailableVersions {
    /// The only one, so that the search runs once.
    static let shared = AvailableVersions()

    private var found: [TestedVersion: PostgresBinaries]?
    private var installed: TestedVersion?

    /// All of them.
    func all() async throws -> [TestedVersion: PostgresBinaries] {
        if let found { return found }
        let system = try await PostgresBinaries.find()
        var all = [Self.version(of: system): system]
        if let directory = ProcessInfo.processInfo.environment["AYB_TEST_POSTGRES"], !directory.isEmpty {
            for name in try FileManager.default.contentsOfDirectory(atPath: directory) {
                let programs = "\(directory)/\(name)/bin"
                guard FileManager.default.isExecutableFile(atPath: "\(programs)/postgres") else { continue }
                let unpacked = try await PostgresBinaries.find(in: programs)
                if all[Self.version(of: unpacked)] == nil { all[Self.version(of: unpacked)] = unpacked }
            }
        }
        found = all
        installed = Self.version(of: system)
        return all
    }

    /// The minor release for a test.
    ///
    /// - Parameter version: A major version means its newest minor release; nil means that of the installed one, which
    ///   is what users have after the next update.
    func release(_ version: TestedVersion?) async throws -> TestedVersion {
        let all = try await all()
        guard let wanted = version ?? installed.map({ TestedVersion(major: $0.major) }),
            let release = wanted.minor == nil ? all.keys.filter({ $0.major == wanted.major }).max() : wanted,
            all[release] != nil
        else { throw UnavailableVersion(version: version, available: all.keys.sorted()) }
        return release
    }

    /// The programs of a version.
    func binaries(version: TestedVersion?) async throws -> PostgresBinaries {
        let release = try await release(version)
        guard let binaries = try await all()[release] else {
            throw UnavailableVersion(version: version, available: try await all().keys.sorted())
        }
        return binaries
    }

    private static func version(of binaries: PostgresBinaries) -> TestedVersion {
        TestedVersion(binaries.version, major: binaries.majorVersion)
    }
}

/// A test asked for a missing version.
struct UnavailableVersion: Error {
    var version: TestedVersion?
    var available: [TestedVersion]
}
