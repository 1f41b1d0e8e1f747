import BranchingCore

/// What was filled in for a new key.
struct CreateKeyForm {
    /// How long a key may work, as the form offers it.
    static let lifetimes: [(value: String, label: String)] = [
        ("86400", "1 day"), ("604800", "7 days"), ("2592000", "30 days"), ("7776000", "90 days"),
        ("31536000", "1 year"), ("never", "never"),
    ]

    var name = ""
    var role = AccessRole.developer.rawValue
    var lifetime = String(KeyRequest.standardLifetime)
    var namePrefix = ""
    var maxBranches = ""
    var cidrs = ""
    /// Which sources are ticked; all of them is no limit.
    var sources = Set(SourceKind.allCases)

    init() {}

    init(_ form: FormFields) {
        name = form["name"] ?? ""
        role = form["role"] ?? ""
        lifetime = form["expires"] ?? ""
        namePrefix = form["name_prefix"] ?? ""
        maxBranches = form["max_branches"] ?? ""
        cidrs = form["cidrs"] ?? ""
        sources = Set(SourceKind.allCases.filter { form["source_\($0.rawValue)"] != nil })
    }

    /// The key that is asked for.
    ///
    /// - Throws: ``AccessError/invalidRequest(_:)``.
    func request() throws(AccessError) -> KeyRequest {
        guard let role = AccessRole(rawValue: role) else { throw .invalidRequest("Choose a role.") }
        guard Self.lifetimes.contains(where: { $0.value == lifetime }) else {
            throw .invalidRequest("Choose when the key expires.")
        }
        let request = KeyRequest(name: name, role: role, limits: try limits(), lifetimeSeconds: Int(lifetime))
        try request.validate()
        return request
    }

    private func limits() throws(AccessError) -> KeyLimits {
        guard !sources.isEmpty else { throw .invalidRequest("Choose at least one source.") }
        var limits = KeyLimits()
        if !namePrefix.isEmpty { limits.namePrefix = namePrefix }
        if sources.count < SourceKind.allCases.count { limits.sources = sources }
        if !maxBranches.isEmpty {
            guard let count = Int(maxBranches) else {
                throw .invalidRequest("The most branches at once is a number from 1 to 1000000.")
            }
            limits.maxBranches = count
        }
        var ranges: [AddressRange] = []
        for text in cidrs.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            guard let range = AddressRange(String(text)) else {
                throw .invalidRequest(
                    "An address is one such as 192.0.2.1, or a range such as 10.0.0.0/8 with no bits beyond the prefix."
                )
            }
            ranges.append(range)
        }
        if !ranges.isEmpty { limits.cidrs = ranges }
        return limits
    }
}
