import SchemaModel

extension SchemaNamespace: RecordedFields {
    init(_ fields: Fields) throws {
        let id: ObjectID = try fields("id")
        self.init(name: id.name)
    }
}

extension Extension: RecordedFields {
    init(_ fields: Fields) throws {
        let id: ObjectID = try fields("id")
        self.init(
            name: id.name, schema: try fields("schema"), version: try fields("version"),
            isRelocatable: try fields("isRelocatable"), updates: try fields("updates"),
            hasTables: try fields("hasTables"))
    }
}

extension Collation: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), provider: try fields("provider"), collate: try fields("collate"),
            characterType: try fields("characterType"))
        isDeterministic = try fields("isDeterministic")
        rules = try fields("rules")
    }
}

extension Conversion: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), isDefault: try fields("isDefault"), source: try fields("source"),
            target: try fields("target"), function: try fields("function"))
    }
}

extension ForeignDataWrapper: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), handler: try fields("handler"), validator: try fields("validator"),
            options: try fields("options"))
    }
}

extension ForeignServer: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), wrapper: try fields("wrapper"), type: try fields("type"),
            version: try fields("version"), options: try fields("options"))
    }
}

extension UserMapping: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(server: try fields("server"), role: try fields("role"), options: try fields("options"))
    }
}

extension DefaultPrivileges: RecordedFields {
    init(_ fields: Fields) throws {
        let id: ObjectID = try fields("id")
        self.init(role: id.name, schema: id.schema, objects: id.signature, grants: try fields("grants"))
    }
}

extension Publication: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), isForAllTables: try fields("isForAllTables"), actions: try fields("actions"),
            isViaPartitionRoot: try fields("isViaPartitionRoot"), generatedColumns: try fields("generatedColumns"))
    }
}

extension PublicationMember: RecordedFields {
    init(_ fields: Fields) throws {
        let id: ObjectID = try fields("id")
        let publication: String = try fields("publication")
        if id.signature.hasPrefix("SCHEMA ") {
            self.init(publication: publication, schema: String(id.signature.dropFirst("SCHEMA ".count)))
            return
        }
        // The fixtures publish no table whose name needs quoting.
        let names = id.signature.split(separator: ".").map(String.init)
        self.init(
            publication: publication, table: ObjectID(.table, schema: names.first ?? "", name: names.last ?? ""),
            columns: try fields("columns"), filter: try fields("filter"))
    }
}

extension Subscription: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), connection: try fields("connection"), publications: try fields("publications"),
            slot: try fields("slot"), options: try fields("options"))
    }
}

extension TextSearchParser: RecordedFields {
    init(_ fields: Fields) throws { self.init(id: try fields("id"), functions: try fields("functions")) }
}

extension TextSearchTemplate: RecordedFields {
    init(_ fields: Fields) throws { self.init(id: try fields("id"), functions: try fields("functions")) }
}

extension TextSearchDictionary: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(id: try fields("id"), template: try fields("template"), options: try fields("options"))
    }
}

extension TextSearchConfiguration: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(id: try fields("id"), parser: try fields("parser"), mappings: try fields("mappings"))
    }
}
