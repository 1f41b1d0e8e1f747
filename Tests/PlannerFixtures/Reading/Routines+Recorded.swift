import SchemaModel

extension Function: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), definition: try fields("definition"), result: try fields("result"),
            modes: try fields("modes"), names: try fields("names"), outputTypes: try fields("outputTypes"),
            defaultCount: try fields("defaultCount"), hasTextBody: try fields("hasTextBody"),
            isWindow: try fields("isWindow"))
    }
}

extension Aggregate: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), arguments: try fields("arguments"), result: try fields("result"),
            options: try fields("options"))
    }
}

extension Cast: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(source: "", target: "", method: try fields("method"), context: try fields("context"))
        id = try fields("id")
    }
}

extension OperatorClass: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), type: try fields("type"), isDefault: try fields("isDefault"),
            family: try fields("family"), storage: try fields("storage"), members: try fields("members"))
    }
}

extension OperatorDefinition: RecordedFields {
    init(_ fields: Fields) throws {
        let id: ObjectID = try fields("id")
        self.init(
            schema: id.schema, name: id.name, function: try fields("function"), left: try fields("left"),
            right: try fields("right"))
        commutator = try fields("commutator")
        negator = try fields("negator")
        restriction = try fields("restriction")
        join = try fields("join")
        hashes = try fields("hashes")
        merges = try fields("merges")
    }
}

extension OperatorFamily: RecordedFields {
    init(_ fields: Fields) throws {
        let id: ObjectID = try fields("id")
        self.init(schema: id.schema, name: id.name, accessMethod: id.signature)
    }
}

extension OperatorFamilyMember: RecordedFields {
    init(_ fields: Fields) throws {
        let id: ObjectID = try fields("id")
        self.init(
            schema: id.schema, family: id.name, accessMethod: try fields("accessMethod"), place: try fields("place"),
            member: try fields("member"))
    }
}

extension Language: RecordedFields {
    init(_ fields: Fields) throws {
        let id: ObjectID = try fields("id")
        self.init(
            name: id.name, isTrusted: try fields("isTrusted"), handler: try fields("handler"),
            inlineHandler: try fields("inlineHandler"), validator: try fields("validator"))
    }
}

extension AccessMethod: RecordedFields {
    init(_ fields: Fields) throws {
        let id: ObjectID = try fields("id")
        self.init(name: id.name, stored: try fields("stored"), handler: try fields("handler"))
    }
}

extension Transform: RecordedFields {
    init(_ fields: Fields) throws {
        let id: ObjectID = try fields("id")
        self.init(
            type: id.name, language: id.signature, fromSQL: try fields("fromSQL"), toSQL: try fields("toSQL"))
    }
}
