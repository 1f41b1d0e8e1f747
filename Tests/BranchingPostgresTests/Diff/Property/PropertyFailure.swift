/// Why a pair failed.
struct PropertyFailure: Sendable {
    enum What: Sendable {
        /// The model is wrong: PostgreSQL refuses its SQL.
        case loading
        case migrating, converging, dumping
    }

    var what: What
    var why: String
    var migration = ""
}
