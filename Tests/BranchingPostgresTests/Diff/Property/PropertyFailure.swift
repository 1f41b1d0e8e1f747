/// Why a pair did not go through.
struct PropertyFailure: Sendable {
    enum What: Sendable {
        /// The model is wrong: PostgreSQL does not take its SQL.
        case loading
        case migrating, converging, dumping
    }

    var what: What
    var why: String
    var migration = ""
}
