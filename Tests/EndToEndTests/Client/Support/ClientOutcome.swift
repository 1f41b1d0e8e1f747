/// How a run of `ayb` ended.
struct ClientOutcome: Sendable {
    /// Its exit code, or minus the number of the signal that ended it.
    var status: Int32
    /// What it wrote to stdout.
    var output: String
    /// What it wrote to stderr.
    var errors: String
}
