import Foundation

/// This machine's processes, from `/proc`.
enum ProcessTable {
    /// The arguments of every process, joined by spaces.
    static func commandLines() -> [Int32: String] {
        var lines: [Int32: String] = [:]
        for id in identifiers() {
            guard let bytes = FileManager.default.contents(atPath: "/proc/\(id)/cmdline"), !bytes.isEmpty else {
                continue
            }
            lines[id] = String(decoding: bytes.map { $0 == 0 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
        }
        return lines
    }

    /// The servers whose environment names a path.
    static func mentioning(_ path: String) throws -> [Int32] {
        identifiers().filter { id in
            guard let name = FileManager.default.contents(atPath: "/proc/\(id)/comm"),
                String(decoding: name, as: UTF8.self).hasPrefix("ayb-server"),
                let bytes = FileManager.default.contents(atPath: "/proc/\(id)/environ")
            else { return false }
            return String(decoding: bytes, as: UTF8.self).contains(path)
        }
    }

    private static func identifiers() -> [Int32] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }
    }
}
