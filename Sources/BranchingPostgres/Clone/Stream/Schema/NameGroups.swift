/// Names that belong together, directly or by way of others (union-find).
struct NameGroups: Sendable {
    private var parents: [PostData.TableName: PostData.TableName] = [:]

    /// Joins names, and the groups they belong to.
    mutating func join(_ names: some Sequence<PostData.TableName>) {
        var first: PostData.TableName?
        for name in names {
            let root = representative(of: name)
            if let first { parents[root] = first } else { first = root }
        }
    }

    /// The same name for all that belong together.
    mutating func representative(of name: PostData.TableName) -> PostData.TableName {
        var root = name
        while let parent = parents[root], parent != root { root = parent }
        // Path compression: the next lookup is direct.
        var passed = name
        while passed != root {
            let next = parents[passed] ?? root
            parents[passed] = root
            passed = next
        }
        return root
    }
}
