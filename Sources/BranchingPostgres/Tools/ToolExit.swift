/// How a program ended.
package enum ToolExit: Sendable, Hashable {
    case code(Int)
    case signal(Int)

    /// Whether it reports success.
    package var isSuccess: Bool { self == .code(0) }
}

extension ToolExit: CustomStringConvertible {
    /// `exit 1` or `signal 15`.
    package var description: String {
        switch self {
        case .code(let code): "exit \(code)"
        case .signal(let signal): "signal \(signal)"
        }
    }
}

/// What became of one of the two programs.
package enum ToolOutcome: Sendable, Hashable {
    /// It ran; the message is its own explanation of a failure.
    case ended(ToolExit, message: String)
    /// It could not be started.
    case notStarted(ToolError)

    /// Whether it did its work.
    package var isSuccess: Bool {
        if case .ended(let exit, _) = self { exit.isSuccess } else { false }
    }
}
