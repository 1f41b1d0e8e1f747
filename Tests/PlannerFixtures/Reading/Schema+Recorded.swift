import SchemaModel

extension ObjectKind: Recorded {}

extension ObjectID: Recorded {
    init(_ value: JSONValue) throws {
        var names = try [String](value)
        names += Array(repeating: "", count: max(0, 5 - names.count))
        self.init(
            try ObjectKind(.string(names[0])), schema: names[2], parent: names[3], name: names[1], signature: names[4])
    }
}

extension Grant: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            grantee: try fields("grantee"), privilege: try fields("privilege"), isGrantable: try fields("isGrantable"))
    }
}

extension ObjectFacets: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            owner: try fields("owner"), privileges: try fields("privileges"), comment: try fields("comment"),
            securityLabels: try fields("securityLabels"))
    }
}

extension ChangedPrivileges: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(provider: try fields("provider"), initial: try fields("initial"), grants: try fields("grants"))
    }
}
