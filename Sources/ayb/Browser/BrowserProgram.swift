import AybConfiguration
import BranchingCore
import Glibc

/// The program that opens a page in the user's browser.
struct BrowserProgram: Sendable, Hashable {
    /// Its path.
    let path: String

    /// The first program of `BROWSER`, else `xdg-open` where there is a desktop.
    ///
    /// - Returns: nil if there is none.
    static func find(_ environment: [String: String]) -> BrowserProgram? {
        let directories = (environment["PATH"] ?? "").split(separator: ":").map(String.init).filter {
            $0.hasPrefix("/")
        }
        func program(_ name: String) -> BrowserProgram? {
            let candidates = name.hasPrefix("/") ? [name] : directories.map { $0 + "/" + name }
            return candidates.first(where: isProgram).map(BrowserProgram.init(path:))
        }
        if let name = environment["BROWSER"]?.split(separator: ":").first { return program(String(name)) }
        let hasDesktop = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
        return hasDesktop ? program("xdg-open") : nil
    }

    /// Opens a file, and waits a moment for the program to say that it cannot.
    ///
    /// - Throws: ``ClientError``, ``SystemFailure``.
    func open(_ file: String, _ environment: [String: String]) throws {
        let output = try OpenFile("/dev/null", O_WRONLY)
        // Our keys are not the browser's.
        let child = try ChildProcess.spawn(
            path, arguments: ["file://" + PercentEncoding.text(file).replacing("%2F", with: "/")],
            environment: environment.filter { !$0.key.hasPrefix("AYB_") }, output: output.descriptor)
        for _ in 0..<20 {
            switch child.ending() {
            case 0: return
            case .some: throw ClientError(.failure, "\(path) opens no browser. Use: ayb dashboard --no-open")
            case nil: Interrupt.pause(milliseconds: 50)
            }
        }
    }

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
}
