import BranchingCore

/// One line on stderr that is rewritten, and erased at the end. Nothing if nobody watches.
final class ProgressLine {
    private let console: Console
    private let isVisible: Bool
    private var isDirty = false
    private var frame = 0

    private static let frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]

    init(_ console: Console) {
        self.console = console
        isVisible = console.showsProgress
    }

    deinit { clear() }

    /// Shows a text after a spinner, cut to the width of the terminal.
    func show(_ text: String) {
        guard isVisible else { return }
        let spinner = Self.frames[frame % Self.frames.count]
        frame += 1
        let cut = String(VisibleText.escaping(text).prefix(max(0, console.width - 3)))
        let colored = console.showsColor ? "\u{1B}[36m\(spinner)\u{1B}[0m" : spinner
        Console.write("\r\u{1B}[2K\(colored) \(cut)", to: 2)
        isDirty = true
    }

    /// Erases the line.
    func clear() {
        guard isDirty else { return }
        Console.write("\r\u{1B}[2K", to: 2)
        isDirty = false
    }
}
