import Glibc

/// An ayb.toml that was read, but not yet checked against the table of keys.
package struct ConfigurationFile: Sendable {
    /// Which file it is, and how far it is trusted.
    package let identity: Identity
    /// Its text.
    package let text: String

    /// Reads a file that nobody but the user and root may be able to change.
    ///
    /// - Parameters:
    ///   - isFromWorkingDirectory: whether it was found there, and not named by anybody. Then it must be a regular
    ///     file: a pipe in its place would keep us waiting.
    ///   - userID: the user.
    ///   - store: the record of what the user has trusted in working directories.
    /// - Throws: ``ConfigurationError`` if it cannot be read, is not UTF-8, or others can write it.
    package init(
        path: String, isFromWorkingDirectory: Bool, userID: UInt32, store: TrustStore? = nil
    ) throws(ConfigurationError) {
        do {
            let file = try OpenFile(path, O_RDONLY | (isFromWorkingDirectory ? O_NONBLOCK : 0))
            let kind = try file.status().st_mode & S_IFMT
            guard kind != S_IFDIR else { throw SystemFailure("read \(path)", code: EISDIR) }
            guard kind == S_IFREG || !isFromWorkingDirectory else {
                throw ConfigurationError(
                    place: path, reason: "this is not a regular file. Remove it, or work in another directory.")
            }
            let access = WriteAccess(userID: userID, isNamed: !isFromWorkingDirectory)
            if let weakness = try access.weakness(of: path, opened: file) {
                throw Self.refused(path, weakness, isFromWorkingDirectory: isFromWorkingDirectory)
            }
            let bytes = try file.read()
            guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
                throw ConfigurationError(place: path, reason: "the file is not text in UTF-8.")
            }
            self.text = text
            identity = Identity(
                path: path, isFromWorkingDirectory: isFromWorkingDirectory,
                isTrusted: isFromWorkingDirectory ? try store?.trusts(path: path, text: text) ?? false : true)
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw ConfigurationError(place: path, reason: "\(error).")
        }
    }

    /// A text that is already in memory, as a named file.
    package init(path: String, text: String) {
        identity = Identity(path: path, isFromWorkingDirectory: false, isTrusted: true)
        self.text = text
    }

    private static func refused(
        _ path: String, _ weakness: PathWeakness, isFromWorkingDirectory: Bool
    ) -> ConfigurationError {
        let otherwise =
            isFromWorkingDirectory ? " (or work in another directory, or name another file with --config)" : ""
        return ConfigurationError(
            place: path, reason: "nothing in this file is used: \(weakness.text(for: path))" + otherwise)
    }
}

extension ConfigurationFile {
    /// Which file it is, and how far it is trusted.
    package struct Identity: Sendable, Hashable {
        /// Its absolute path.
        package let path: String
        /// Whether it was found in the working directory, and not named by anybody.
        package let isFromWorkingDirectory: Bool
        /// Whether everything in it counts: somebody named it, it is in a directory for configuration, or the user has
        /// trusted its content. A file in a working directory may have come with a repository.
        package let isTrusted: Bool

        package init(path: String, isFromWorkingDirectory: Bool, isTrusted: Bool) {
            self.path = path
            self.isFromWorkingDirectory = isFromWorkingDirectory
            self.isTrusted = isTrusted
        }
    }
}

extension ConfigurationFile {
    /// The line that sets a key or opens a section, from 1, if it is written in the usual way.
    ///
    /// The parser keeps no positions of values, so this searches the text; callers can live with nil.
    func line(of path: String) -> Int? {
        var section = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = line.filter { !$0.isWhitespace && $0 != "\"" }
            if trimmed.hasPrefix("["), let end = trimmed.firstIndex(of: "]") {
                section = String(trimmed[trimmed.index(after: trimmed.startIndex)..<end])
                if section == path { return index + 1 }
            } else if let equals = trimmed.firstIndex(of: "="), !trimmed.hasPrefix("#") {
                let key = String(trimmed[..<equals])
                if (section.isEmpty ? key : section + "." + key) == path { return index + 1 }
            }
        }
        return nil
    }
}
