import BranchingCore
import Hummingbird

/// Which branches a list shows, by the parameters of its address: a part of the name or the source, a status, an order, a page.
struct BranchSelection {
    static let parameters: Set = ["search", "status", "sort", "page"]
    /// How many branches a page has.
    static let pageSize = 200

    var search = ""
    var status: BranchStatus?
    var order = BranchOrder.oldest
    var page = 1

    /// Reads an address; what is empty is absent.
    init(_ request: Request) throws {
        let parameters = QueryParameters(request)
        search = parameters.text("search") ?? ""
        if parameters.text("status") != "" { status = try parameters.oneOf(BranchStatus.self, "status") }
        if parameters.text("sort") != "" { order = try parameters.oneOf(BranchOrder.self, "sort") ?? .oldest }
        page = try parameters.number("page", in: 1...1_000_000) ?? 1
    }

    /// Whether some branches may be left out.
    var isFiltered: Bool { !search.isEmpty || status != nil }

    /// The branches that match, in order, on all pages.
    func matching(_ branches: [Branch]) -> [Branch] {
        let wanted = search.lowercased()
        return order.sorted(
            branches.filter { branch in
                (status == nil || branch.status == status)
                    && (wanted.isEmpty || branch.name.rawValue.contains(wanted)
                        || branch.sourceDatabase.lowercased().contains(wanted))
            })
    }

    /// The part of them that this page has.
    func page(of branches: [Branch]) -> ArraySlice<Branch> {
        branches.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize)
    }

    /// The address of another page of the same list.
    func query(page: Int) -> String {
        "?search=\(PercentEncoding.text(search))&status=\(status?.rawValue ?? "")&sort=\(order.rawValue)&page=\(page)"
    }
}
