import FoundationEssentials
import SystemPackage

/// Reads the end of a cluster's log, for errors.
enum ClusterLog {
    /// The last lines of the newest log and of the start log.
    static func lastLines(_ count: Int, of directory: ClusterDirectory) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.logDirectory)) ?? []
        let daily = names.filter { $0.hasPrefix("postgresql-") }.map { "\(directory.logDirectory)/\($0)" }
        let newest = daily.max { changed($0) < changed($1) }
        return ([directory.startLog] + [newest].compactMap { $0 }).flatMap { tail($0, lines: count) }
    }

    private static func changed(_ path: String) -> Date {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.modificationDate] as? Date ?? .distantPast
    }

    /// The last lines of a file, from at most its last 8 KB. Does not follow a symbolic link: the log directory may be
    /// another user's.
    private static func tail(_ path: String, lines: Int) -> [String] {
        guard let file = try? FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec, .noFollow]),
            let bytes = try? file.closeAfter({ try lastBytes(of: file, limit: 8192) })
        else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").suffix(lines).map(String.init)
    }

    private static func lastBytes(of file: FileDescriptor, limit: Int) throws -> [UInt8] {
        let size = try file.seek(offset: 0, from: .end)
        try file.seek(offset: max(0, size - Int64(limit)), from: .start)
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
        return Array(bytes.prefix(count))
    }
}
