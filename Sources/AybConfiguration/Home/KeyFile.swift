package import BranchingCore
import Glibc

/// A file with one key on its first line.
package enum KeyFile {
    /// Reads a key that nobody but the user and root may be able to change.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - privately: whether the file must be closed to others. Files mounted by an orchestrator often are not.
    ///   - userID: the user.
    /// - Throws: ``ConfigurationError`` if it cannot be read, is empty, has several lines, or others can write it.
    package static func read(
        _ path: String, privately: Bool = false, userID: UInt32 = geteuid()
    ) throws(ConfigurationError) -> Secret {
        let bytes: [UInt8]
        let permissions: UInt32
        do {
            let file = try OpenFile(path, O_RDONLY)
            permissions = try file.status().st_mode & 0o777
            if let weakness = try WriteAccess(userID: userID).weakness(of: path, opened: file) {
                throw ConfigurationError(place: path, reason: "this key is not used: \(weakness.text(for: path))")
            }
            bytes = try file.read(limit: 65536)
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw ConfigurationError(place: path, reason: "\(error).")
        }
        guard !privately || permissions & 0o077 == 0 else {
            throw ConfigurationError(
                place: path, reason: "others can read this key. Delete the file for a new key, or: chmod 600 \(path)")
        }
        let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        // A header can carry only visible characters.
        guard lines.count == 1, let line = lines.first, line.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw ConfigurationError(place: path, reason: "the file must hold one key, on one line, without spaces.")
        }
        return Secret(String(decoding: line, as: UTF8.self))
    }
}
