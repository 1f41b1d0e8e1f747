import Glibc

/// An ayb.toml that was read, not yet checked against the table of keys.
package struct ConfigurationFile: Sendable {
    /// Which file it is, and who can write it.
    package let identity: Identity
    /// Its text.
    package let text: String

    /// Reads a file.
    ///
    /// - Parameter isFromWorkingDirectory: whether it was found there, and not named by anybody.
    /// - Throws: ``ConfigurationError`` where it cannot be read or is not UTF-8.
    package init(path: String, isFromWorkingDirectory: Bool) throws(ConfigurationError) {
        do {
            let file = try OpenFile(path, O_RDONLY)
            let status = try file.status()
            guard status.st_mode & S_IFMT != S_IFDIR else { throw SystemFailure("read \(path)", code: EISDIR) }
            let bytes = try file.read()
            guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
                throw ConfigurationError(place: path, reason: "the file is not text in UTF-8.")
            }
            self.text = text
            identity = Identity(
                path: path, isFromWorkingDirectory: isFromWorkingDirectory, owner: status.st_uid,
                permissions: status.st_mode & 0o7777)
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw ConfigurationError(place: path, reason: "\(error).")
        }
    }
}

extension ConfigurationFile {
    /// Which file it is, and who can write it, as seen on the open file.
    package struct Identity: Sendable, Hashable {
        /// Its absolute path.
        package let path: String
        /// Whether it was found in the working directory, and not named by anybody.
        package let isFromWorkingDirectory: Bool
        /// The user id of its owner.
        package let owner: UInt32
        /// Its permission bits.
        package let permissions: UInt32

        package init(path: String, isFromWorkingDirectory: Bool, owner: UInt32, permissions: UInt32) {
            self.path = path
            self.isFromWorkingDirectory = isFromWorkingDirectory
            self.owner = owner
            self.permissions = permissions
        }

        /// Whether what it says may decide where a key goes or which program runs: a file that merely lies in the
        /// working directory must be the user's (or root's) and not writable by others. Anybody may put one into /tmp.
        package func isTrusted(by user: UInt32) -> Bool {
            guard isFromWorkingDirectory else { return true }
            return (owner == user || owner == 0) && permissions & 0o022 == 0
        }
    }
}
