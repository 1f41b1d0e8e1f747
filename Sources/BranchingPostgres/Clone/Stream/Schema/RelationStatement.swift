import DumpText

/// A statement of a dump that makes a table, sequence or view, or is about one.
struct RelationStatement: Sendable {
    /// What runs.
    let sql: [UInt8]
    /// The relation that it is about.
    let subject: PostData.TableName
    /// Everything with a qualified name in it, including the subject.
    let names: Set<PostData.TableName>
    /// Whether it makes a view, which may need anything that comes before it.
    let makesView: Bool

    /// - Parameter bytes: what is run, if not the statement itself.
    /// - Returns: nil if it is something else.
    init?(_ statement: DumpStatement, _ bytes: [UInt8]) {
        let start = Self.beginnings.first { words in
            words.enumerated().allSatisfy { statement.isWord($0.element, at: $0.offset) }
        }
        guard let start else { return nil }
        let index = start.count + (statement.isWord("only", at: start.count) ? 1 : 0)
        guard let (subject, _) = statement.relation(at: index) else { return nil }
        sql = bytes
        self.subject = subject
        names = Self.names(in: statement)
        makesView = start[0] == "create" && start.last == "view"
    }

    private static let beginnings = [
        ["create", "table"], ["create", "unlogged", "table"], ["create", "sequence"],
        ["create", "unlogged", "sequence"], ["create", "view"], ["create", "materialized", "view"], ["alter", "table"],
        ["alter", "sequence"], ["alter", "view"], ["alter", "materialized", "view"], ["comment", "on", "table"],
        ["comment", "on", "column"], ["comment", "on", "sequence"], ["comment", "on", "view"],
        ["comment", "on", "materialized", "view"],
    ]

    /// pg_dump quotes and qualifies all names, even in a literal, as in `nextval('"public"."s"'::regclass)`;
    /// pg_restore, when it names an owner, quotes only what it must.
    private static func names(in statement: DumpStatement) -> Set<PostData.TableName> {
        var names: Set<PostData.TableName> = []
        for index in statement.tokens.indices {
            switch statement.tokens[index].kind {
            case .string: statement.name(at: index).map { names.formUnion(quotedNames(in: $0)) }
            case .quotedIdentifier, .word: (statement.relation(at: index)?.name).map { _ = names.insert($0) }
            default: break
            }
        }
        return names
    }

    private static func quotedNames(in literal: String) -> [PostData.TableName] {
        guard literal.contains("\".\""), let statement = DumpStatement(lackingEnd: literal) else { return [] }
        return statement.tokens.indices.compactMap { statement.relation(at: $0)?.name }
    }
}
