import BranchingCore
import HTTPTypes
import Hummingbird

/// The entity tags of `If-Match` or `If-None-Match` (RFC 9110, section 13.1).
enum EntityTags: Sendable, Hashable {
    /// `*`: whatever there is.
    case any
    /// Some tags, without their quotes.
    case some([Tag])

    struct Tag: Sendable, Hashable {
        var isWeak: Bool
        var text: String
    }

    /// Reads a header; nil if it is not there.
    ///
    /// - Throws: ``BranchError/invalidRequest(_:)`` if it is malformed.
    init?(_ name: HTTPField.Name, of request: Request) throws(BranchError) {
        guard let text = request.headers[name] else { return nil }
        if text.trimmed == "*" {
            self = .any
            return
        }
        var tags: [Tag] = []
        var rest = text[...]
        while true {
            rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
            guard !rest.isEmpty else { break }
            let isWeak = rest.hasPrefix("W/")
            if isWeak { rest = rest.dropFirst(2) }
            guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
                throw .invalidRequest("'\(name)' is '*', or entity tags in double quotes.")
            }
            tags.append(Tag(isWeak: isWeak, text: String(rest[rest.index(after: rest.startIndex)..<end])))
            rest = rest[rest.index(after: end)...]
        }
        guard !tags.isEmpty else { throw .invalidRequest("'\(name)' is '*', or entity tags in double quotes.") }
        self = .some(tags)
    }

    /// Whether a version is among them, weak tags counted (section 8.8.3.2).
    func contain(_ version: BranchVersion) -> Bool {
        switch self {
        case .any: true
        case .some(let tags): tags.contains { $0.text == version.description }
        }
    }

    /// The versions among them, for a change: weak tags are none. nil for any.
    var versions: [BranchVersion]? {
        switch self {
        case .any: nil
        case .some(let tags): tags.compactMap { $0.isWeak ? nil : BranchVersion($0.text) }
        }
    }
}

extension BranchVersion {
    /// The strong entity tag.
    var entityTag: String { "\"\(self)\"" }
}

extension String {
    fileprivate var trimmed: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        return start.prefix { $0 != " " && $0 != "\t" }
    }
}
