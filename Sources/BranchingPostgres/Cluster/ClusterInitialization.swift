import BranchingCore
import FoundationEssentials
import Identifiers
import SystemPackage

/// Makes the data of a private cluster, whole or not at all. The caller holds the start lock.
struct ClusterInitialization: Sendable {
    let directory: ClusterDirectory
    let tools: ClusterTools
    /// Whether to wait until the data is on disk; only tests skip that.
    let isDurable: Bool

    /// Ensures that the directory has data of our major version, and its password.
    ///
    /// - Returns: the superuser's password.
    func ensureData() async throws -> Secret {
        try removeLeftovers()
        guard let version = try existingVersion() else { return try await initialize() }
        guard version == tools.binaries.majorVersion else {
            throw ClusterError.versionMismatch(
                dataDirectory: directory.data, dataVersion: version, binaries: tools.binaries)
        }
        guard let password = try existingPassword() else {
            throw ClusterError.directory(
                "The password of the private PostgreSQL is gone: '\(directory.passwordFile)' is missing or empty. Put it back, or move '\(directory.data)' away to start afresh."
            )
        }
        return password
    }

    /// The major version of the data, or nil if there is no data.
    private func existingVersion() throws(ClusterError) -> Int? {
        let file = "\(directory.data)/PG_VERSION"
        if let text = try? String(contentsOfFile: file, encoding: .utf8), let version = Int(text.prefix { $0.isNumber })
        {
            return version
        }
        guard !FileManager.default.fileExists(atPath: directory.data) else {
            throw .directory(
                "'\(directory.data)' is not a data directory of PostgreSQL ('\(file)' is missing or broken). Move it away."
            )
        }
        return nil
    }

    private func existingPassword() throws(ClusterError) -> Secret? {
        let text = (try? String(contentsOfFile: directory.passwordFile, encoding: .utf8)) ?? ""
        let line = text.prefix { !$0.isNewline }
        return line.isEmpty ? nil : Secret(String(line))
    }

    /// Removes what killed attempts left.
    private func removeLeftovers() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) where name.contains(".new-") {
            try FileManager.default.removeItem(atPath: "\(directory.path)/\(name)")
        }
    }

    private func initialize() async throws -> Secret {
        let password: Secret
        if let kept = try existingPassword() {
            password = kept
        } else {
            password = Self.randomPassword()
            try DurableFile.write(password.reveal() + "\n", to: directory.passwordFile, permissions: .ownerReadWrite)
        }
        let suffix = "new-" + String(UInt32.random(in: 0...UInt32.max), radix: 36)
        let aside = "\(directory.data).\(suffix)"
        let passwordCopy = "\(directory.passwordFile).\(suffix)"
        do {
            try await initialize(aside, passwordFile: passwordCopy, password: password)
            try? FileManager.default.removeItem(atPath: passwordCopy)
            try DurableFile.rename(aside, to: directory.data)
        } catch {
            try? FileManager.default.removeItem(atPath: passwordCopy)
            try? FileManager.default.removeItem(atPath: aside)
            throw error
        }
        return password
    }

    private func initialize(_ data: String, passwordFile: String, password: Secret) async throws {
        try FileManager.default.createDirectory(
            atPath: data, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        try tools.owner.take(data)
        // Readable by initdb's user; the password is never on a command line.
        try DurableFile.write(password.reveal() + "\n", to: passwordFile, permissions: .ownerReadWrite)
        try tools.owner.take(passwordFile)
        try await tools.run(
            .initdb,
            [
                "--pgdata=\(data)", "--username=\(EmbeddedCluster.user)", "--pwfile=\(passwordFile)",
                "--auth-host=scram-sha-256", "--auth-local=scram-sha-256", "--encoding=UTF8", "--data-checksums",
            ] + (isDurable ? [] : ["--no-sync"]) + localeArguments)
        // Single-user mode needs neither a connection nor the password (manual, page `postgres`).
        try await tools.run(
            .postgres,
            ["--single", "-c", "exit_on_error=on", "-c", "fsync=\(isDurable ? "on" : "off")", "-D", data, "postgres"],
            input: "CREATE DATABASE \(EmbeddedCluster.database) OWNER \(EmbeddedCluster.user)\n")
        try DurableFile.append(
            """

            # The settings of ayb-server. What stands below this line takes precedence over them.
            include_if_exists = '../ayb.conf'

            """, to: "\(data)/postgresql.conf")
    }

    /// Text is compared by code point, with Unicode's character classes: from PostgreSQL 17 on by PostgreSQL itself, so
    /// that an update of the C library does not change the order of an index.
    private var localeArguments: [String] {
        if tools.binaries.majorVersion >= 17 {
            return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        }
        return ["--locale=C.UTF-8"]
    }

    /// 32 letters and digits: 190 random bits.
    private static func randomPassword() -> Secret { Secret(Alphabet.lettersAndDigits.randomText(32)) }
}
