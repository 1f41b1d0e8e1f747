import SchemaModel

extension FiringState: Recorded {}

extension View: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), query: try fields("query"), columns: try fields("columns"),
            options: try fields("options"))
    }
}

extension View.Column: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(name: try fields("name"), type: try fields("type"), collation: try fields("collation"))
    }
}

extension MaterializedView: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(id: try fields("id"), query: try fields("query"), columns: try fields("columns"))
        options = try fields("options")
        accessMethod = try fields("accessMethod")
        tablespace = try fields("tablespace")
        columnSettings = try fields("columnSettings")
        isPopulated = try fields("isPopulated")
    }
}

extension SequenceGenerator: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(id: try fields("id"), options: try fields("options"))
        isUnlogged = try fields("isUnlogged")
    }
}

extension SequenceOwnership: RecordedFields {
    init(_ fields: Fields) throws { self.init(sequence: try fields("sequence"), column: try fields("column")) }
}

extension ExtendedStatistics: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(id: try fields("id"), definition: try fields("definition"), target: try fields("target"))
    }
}

extension EventTrigger: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), event: try fields("event"), tags: try fields("tags"),
            function: try fields("function"), state: try fields("state"))
    }
}

extension Policy: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), command: try fields("command"), isPermissive: try fields("isPermissive"),
            roles: try fields("roles"), using: try fields("using"), check: try fields("check"))
    }
}

extension Rule: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(id: try fields("id"), definition: try fields("definition"), state: try fields("state"))
    }
}

extension Trigger: RecordedFields {
    init(_ fields: Fields) throws {
        let definition: String? = try fields("definition")
        if let definition {
            self.init(id: try fields("id"), definition: definition, state: try fields("state"))
        } else {
            self.init(id: try fields("id"), copyOf: try fields("ancestors"), state: try fields("state"))
        }
    }
}
