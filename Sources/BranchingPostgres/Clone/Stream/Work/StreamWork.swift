/// What a worker can be given to do.
enum StreamWork: Sendable {
    case copy(CopyUnit)
    case index(IndexUnit)
}
