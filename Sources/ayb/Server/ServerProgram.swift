import AybConfiguration
import FoundationEssentials
import Glibc

/// The program `ayb-server`.
enum ServerProgram {
    /// Looks beside this program, then in PATH.
    static func find(path: String?) throws(ClientError) -> String {
        var directories = (path ?? "").split(separator: ":").map(String.init)
        if let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            directories.insert(PathText.directory(of: own), at: 0)
        }
        for directory in directories where directory.hasPrefix("/") {
            let candidate = directory + "/ayb-server"
            var status = stat()
            if stat(candidate, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(candidate, X_OK) == 0 {
                return candidate
            }
        }
        throw ClientError(
            .failure, "ayb-server was found neither beside ayb nor in PATH. Install it, or name a server with --url.")
    }
}

extension ExitStatus {
    /// What the exit code of an ayb-server that did not start means here: 2 is a wrong configuration.
    init(serverCode: Int32) {
        self = serverCode == 2 ? .usage : .failure
    }
}
