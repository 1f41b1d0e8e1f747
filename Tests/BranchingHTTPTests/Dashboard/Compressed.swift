import Subprocess
import Testing

/// How large a text is on its way.
enum Compressed {
    /// Its size by gzip's usual level, in bytes.
    static func size(of text: String) async throws -> Int {
        let result = try await Subprocess.run(
            .name("gzip"), arguments: ["-c"], input: .string(text), output: .bytes(limit: 1 << 20), error: .discarded)
        #expect(result.terminationStatus.isSuccess)
        return result.standardOutput.count
    }
}
