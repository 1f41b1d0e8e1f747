import ArgumentParser
import BranchingCore

extension BranchName {
    /// Reads a name from the command line.
    ///
    /// - Throws: `ValidationError` with the rule that the name breaks.
    static func argument(_ text: String) throws -> BranchName {
        do {
            return try BranchName(text)
        } catch {
            throw ValidationError(error.description)
        }
    }
}
