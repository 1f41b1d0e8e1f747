/// What became of one of the two programs.
enum ToolOutcome: Sendable, Hashable {
    /// It ran; the message explains a failure in its own words.
    case ended(ToolExit, message: String)
    /// It could not be started.
    case notStarted(DumpError)

    /// Whether it did its work.
    var isSuccess: Bool {
        if case .ended(let exit, _) = self { exit.isSuccess } else { false }
    }
}
