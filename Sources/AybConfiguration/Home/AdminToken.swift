package import BranchingCore
import Glibc
import Identifiers

/// The admin token. Nothing here prints it.
package enum AdminToken {
    /// The shortest token that a person may choose.
    package static let minimumLength = 16
    /// The prefix of generated tokens, by which scanners for leaked keys recognise them.
    package static let prefix = "ayb_"

    /// The server's token: the configured one, else the generated one in `AYB_HOME`, made on first use.
    ///
    /// - Throws: ``ConfigurationError`` if it is too short, easy to guess, or cannot be read or kept.
    package static func load(_ configuration: Configuration, home: AybHome) throws(ConfigurationError) -> Secret {
        if let token = try existing(configuration, home: home) { return token }
        do {
            try home.prepare()
            try writeOnce(generate(), to: home.adminKey)
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw ConfigurationError(place: home.adminKey, reason: "\(error).")
        }
        // Read back, not returned: of two simultaneous first starts, the slower takes the faster one's key.
        return try readGenerated(home.adminKey)
    }

    /// A local server's token, or nil if none is configured and none was generated yet.
    ///
    /// - Throws: ``ConfigurationError`` if it is too short, easy to guess, or cannot be read.
    package static func existing(
        _ configuration: Configuration, home: AybHome
    ) throws(ConfigurationError) -> Secret? {
        switch configuration.admin {
        case .token(let token): try check(token, place: "\(configuration.origin(.adminToken))")
        case .file(let path): try check(try KeyFile.read(path), place: path)
        case .generated: access(home.adminKey, F_OK) == 0 ? try readGenerated(home.adminKey) : nil
        }
    }

    private static func check(_ token: Secret, place: String) throws(ConfigurationError) -> Secret {
        guard token.reveal().count >= minimumLength else {
            throw ConfigurationError(
                place: place,
                reason:
                    "the admin token has fewer than \(minimumLength) characters. Make one with: openssl rand -hex 32")
        }
        guard !TokenStrength.isGuessable(token) else {
            throw ConfigurationError(
                place: place,
                reason: "the admin token is easy to guess: its characters repeat or count. "
                    + "Make one with: openssl rand -hex 32")
        }
        return token
    }

    private static func readGenerated(_ path: String) throws(ConfigurationError) -> Secret {
        try check(try KeyFile.read(path, privately: true), place: path)
    }

    /// 43 of 62 letters and digits: 256 bits.
    private static func generate() -> String { prefix + Alphabet.lettersAndDigits.randomText(43) }

    /// Writes a whole file or none, unless the file exists: link(2) does not replace.
    private static func writeOnce(_ token: String, to path: String) throws(SystemFailure) {
        let aside = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
        defer { unlink(aside) }
        let file = try OpenFile(aside, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
        try file.write(token + "\n")
        guard fsync(file.descriptor) == 0 else { throw SystemFailure("write \(path)") }
        guard link(aside, path) == 0 || errno == EEXIST else { throw SystemFailure("create \(path)") }
    }
}
