import Crypto
import FoundationEssentials
import Glibc

/// The files of working directories that a user trusts fully: what `ayb trust` writes.
///
/// One record per path, in `trusted` under `AYB_HOME`, with the SHA-256 of the content. Any change of the file ends the
/// trust.
package struct TrustStore: Sendable {
    /// The directory of the records.
    package let directory: String
    private let userID: UInt32

    package init(home: AybHome) {
        directory = home.path + "/trusted"
        userID = home.userID
    }

    /// A trusted file.
    package struct Record: Sendable, Hashable {
        /// Its absolute path.
        package let path: String
        /// The SHA-256 of its content at that time, in hex digits.
        package let digest: String

        /// Whether the file still has that content.
        package func isCurrent(userID: UInt32) -> Bool {
            guard let file = try? ConfigurationFile(path: path, isFromWorkingDirectory: true, userID: userID) else {
                return false
            }
            return TrustStore.digest(file.text) == digest
        }
    }

    /// Whether a file is trusted with this content.
    ///
    /// - Throws: ``ConfigurationError`` if others can write the record.
    package func trusts(path: String, text: String) throws(ConfigurationError) -> Bool {
        try record(at: recordFile(of: path)) == Record(path: path, digest: Self.digest(text))
    }

    /// Trusts a file with its present content.
    package func trust(_ file: ConfigurationFile) throws(SystemFailure) {
        let path = file.identity.path
        let place = recordFile(of: path)
        let aside = "\(place).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
        if mkdir(directory, 0o700) != 0, errno != EEXIST { throw SystemFailure("make the directory \(directory)") }
        defer { unlink(aside) }
        let record = try OpenFile(aside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        try record.write(Self.digest(file.text) + "\n" + path + "\n")
        guard fsync(record.descriptor) == 0, rename(aside, place) == 0 else { throw SystemFailure("write \(place)") }
    }

    /// Withdraws the trust.
    ///
    /// - Returns: Whether there was any.
    package func revoke(_ path: String) throws(SystemFailure) -> Bool {
        if unlink(recordFile(of: path)) == 0 { return true }
        guard errno == ENOENT else { throw SystemFailure("remove \(recordFile(of: path))") }
        return false
    }

    /// All trusted files, by path.
    package func records() throws(ConfigurationError) -> [Record] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        var records: [Record] = []
        for name in names where name.utf8.count == 64 {
            if let record = try record(at: "\(directory)/\(name)") { records.append(record) }
        }
        return records.sorted { $0.path < $1.path }
    }

    private func recordFile(of path: String) -> String { "\(directory)/\(Self.digest(path))" }

    private func record(at place: String) throws(ConfigurationError) -> Record? {
        guard access(place, F_OK) == 0 else { return nil }
        do {
            let file = try OpenFile(place, O_RDONLY | O_NOFOLLOW)
            if let weakness = try WriteAccess(userID: userID).weakness(of: place, opened: file) {
                throw ConfigurationError(place: place, reason: weakness.text(for: place))
            }
            let lines = try String(decoding: file.read(), as: UTF8.self)
                .split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            guard lines.count == 2, lines[1].hasSuffix("\n") else { return nil }
            return Record(path: String(lines[1].dropLast()), digest: String(lines[0]))
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw ConfigurationError(place: place, reason: "\(error).")
        }
    }

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
