import FoundationEssentials

/// The browser of this machine, its driver, and axe-core, which judges accessibility.
package enum Chromium {
    /// Chromium; nil if it is not installed.
    static let browser = program(["chromium", "chromium-browser", "google-chrome"])
    /// Its WebDriver; nil if it is not installed.
    static let driver = program(["chromedriver"])

    /// Whether tests can have a browser. `Scripts/setup.sh test` installs it.
    package static var isInstalled: Bool { browser != nil && driver != nil }

    /// The text of axe-core, from the file that `AYB_TEST_AXE` names (Scripts/fetch-axe.sh); nil without one.
    package static let axe: String? = ProcessInfo.processInfo.environment["AYB_TEST_AXE"].flatMap { path in
        path.isEmpty ? nil : try? String(contentsOfFile: path, encoding: .utf8)
    }

    private static func program(_ names: [String]) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        for name in names {
            for directory in path.split(separator: ":") {
                let file = "\(directory)/\(name)"
                if FileManager.default.isExecutableFile(atPath: file) { return file }
            }
        }
        return nil
    }
}
