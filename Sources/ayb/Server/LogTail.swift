import AybConfiguration
import BranchingCore
import Glibc

/// The end of a server's log, to say why it did not start.
enum LogTail {
    /// The last lines of a file after an offset, or nil if there are none.
    static func read(_ path: String, from offset: Int = 0, lines: Int = 20) -> String? {
        guard let file = try? OpenFile(path, O_RDONLY), let size = try? file.status().st_size else { return nil }
        lseek(file.descriptor, off_t(max(offset, Int(size) - 65536)), SEEK_SET)
        guard let bytes = try? file.read() else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n").suffix(lines)
            .map { VisibleText.escaping(String($0)) }.joined(separator: "\n")
        return text.isEmpty ? nil : text
    }

    /// The size of a file, in bytes.
    static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
