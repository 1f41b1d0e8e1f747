import BranchingCore
import FoundationEssentials

/// Server-sent events, parsed as the HTML standard (section 9.2.6) says.
struct FeedText {
    struct Event {
        var name = "message"
        var id = ""
        var data = ""
    }

    private(set) var events: [Event] = []
    /// The last event id, as an EventSource keeps it.
    private(set) var lastID = ""
    private(set) var comments = 0

    init(_ text: some StringProtocol) {
        var (event, hasData) = (Event(), false)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                if hasData { events.append(event) }
                (event, hasData) = (Event(), false)
            } else if line.hasPrefix(":") {
                comments += 1
            } else if let colon = line.firstIndex(of: ":") {
                let value = line[line.index(after: colon)...].drop { $0 == " " }
                switch line[..<colon] {
                case "event": event.name = String(value)
                case "data": (event.data, hasData) = (String(value), true)
                case "id":
                    event.id = String(value)
                    lastID = event.id
                default: break
                }
            }
        }
    }

    /// The names of branches, with a minus before those that were removed.
    var story: [String] {
        get throws {
            try events.map { event in
                let data = Data(event.data.utf8)
                return switch event.name {
                case "removed": "-" + (try APICoder.decoder().decode(RemovedBranch.self, from: data).name.rawValue)
                case "branch": try APICoder.decoder().decode(Branch.self, from: data).name.rawValue
                default: event.name
                }
            }
        }
    }
}
