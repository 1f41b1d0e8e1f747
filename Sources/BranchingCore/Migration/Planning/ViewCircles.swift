import SchemaModel

/// Views that need themselves through others, such as two views that read each other, or a view and a function of its
/// rows. As pg_dump does it, such a view first has no contents, and gets its query once all others are there.
struct ViewCircles: Sendable {
    /// The number of the circle that an object is in.
    private var circles: [ObjectID: Int] = [:]
    private(set) var views: Set<ObjectID> = []

    /// - Parameters:
    ///   - dependencies: What each object needs.
    ///   - isIncluded: Whether an object comes, or goes.
    init(in dependencies: [ObjectID: Set<ObjectID>], where isIncluded: (ObjectID) -> Bool) {
        let starts = dependencies.keys.filter { $0.kind == .view && isIncluded($0) }
        guard !starts.isEmpty else { return }
        for view in starts.sorted() where circles[view] == nil {
            let reached = Self.reached(from: view, in: dependencies, where: isIncluded)
            guard reached.contains(view) else { continue }
            let circle = reached.filter {
                $0 == view || Self.reached(from: $0, in: dependencies, where: isIncluded).contains(view)
            }
            let number = circles.count
            for id in circle { circles[id] = number }
            views.formUnion(circle.filter { $0.kind == .view })
        }
    }

    /// Whether two objects need each other.
    func areTogether(_ one: ObjectID, _ other: ObjectID) -> Bool {
        guard let circle = circles[one] else { return false }
        return circles[other] == circle
    }

    private static func reached(
        from start: ObjectID, in dependencies: [ObjectID: Set<ObjectID>], where isIncluded: (ObjectID) -> Bool
    ) -> Set<ObjectID> {
        var seen: Set<ObjectID> = []
        var stack = [start]
        while let id = stack.popLast() {
            for needed in dependencies[id] ?? [] where isIncluded(needed) && seen.insert(needed).inserted {
                stack.append(needed)
            }
        }
        return seen
    }
}
