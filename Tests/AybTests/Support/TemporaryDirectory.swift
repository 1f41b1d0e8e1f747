import AybConfiguration
import Foundation
import SystemFiles

/// A test's directory, removed with its value.
final class TemporaryDirectory: Sendable {
    let path: String

    init() throws {
        guard let path = UniqueDirectory.make("/tmp/ayb-test-") else { throw SystemFailure("make a directory") }
        self.path = path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file into it and returns its path.
    @discardableResult
    func write(_ name: String, _ text: String, permissions: mode_t = 0o600) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: PathText.directory(of: file), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        guard chmod(file, permissions) == 0 else { throw SystemFailure("change \(file)") }
        return file
    }

    /// Surroundings with this working directory, and nothing from the machine.
    func process(_ environment: [String: String] = [:]) -> ProcessContext {
        ProcessContext(
            environment: environment, workingDirectory: path, userID: geteuid(), homeDirectory: path + "/home",
            systemFile: path + "/etc/ayb.toml")
    }

    /// Trusts a file as `ayb trust` does, with an `AYB_HOME` of `h` in this directory.
    func trust(_ file: String) throws {
        let home = try AybHome(process: process(["AYB_HOME": path + "/h"]))
        try home.prepareDirectory()
        try TrustStore(home: home).trust(
            ConfigurationFile(path: file, isFromWorkingDirectory: true, userID: geteuid()))
    }
}
