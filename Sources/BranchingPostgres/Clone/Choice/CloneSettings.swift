/// What the strategies need of the configuration.
struct CloneSettings: Sendable {
    /// How many workers a stream clone has if the request does not say.
    var jobs: Int
    /// The programs that dump and restore.
    var programs: ToolPrograms
    /// How long sessions on databases that users name may wait.
    var limits: WaitLimits
}
