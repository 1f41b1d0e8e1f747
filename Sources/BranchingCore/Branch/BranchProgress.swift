/// How far a create has come.
public struct BranchProgress: Sendable, Hashable, Codable {
    /// The step that is under way.
    public var phase: BranchPhase
    /// Bytes copied so far.
    public var bytesDone: Int64
    /// Bytes there are to copy, as far as it can be known beforehand; 0 while it is not known.
    public var bytesTotal: Int64

    /// Makes a progress.
    public init(phase: BranchPhase, bytesDone: Int64 = 0, bytesTotal: Int64 = 0) {
        self.phase = phase
        self.bytesDone = bytesDone
        self.bytesTotal = bytesTotal
    }

    /// The part that is done, from 0 to 1, or nil where the whole is not known.
    public var fraction: Double? {
        bytesTotal > 0 ? min(1, Double(bytesDone) / Double(bytesTotal)) : nil
    }

    private enum CodingKeys: String, CodingKey {
        case phase
        case bytesDone = "bytes_done"
        case bytesTotal = "bytes_total"
    }
}
