import FoundationEssentials

/// This machine's processes, as far as we may see them.
package struct ProcessTable: Sendable {
    /// The arguments, separated by spaces.
    package var commandLine: String
    /// `NAME=value` each.
    package var environment: [String]

    /// All of them, except those that end during the call.
    package static func all() throws -> [ProcessTable] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }.compactMap { id in
            guard let line = texts("/proc/\(id)/cmdline"), !line.isEmpty else { return nil }
            return ProcessTable(
                commandLine: line.joined(separator: " "), environment: texts("/proc/\(id)/environ") ?? [])
        }
    }

    private static func texts(_ path: String) -> [String]? {
        FileManager.default.contents(atPath: path).map { data in
            data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
