import SchemaModel

extension BaseType: RecordedFields {
    init(_ fields: Fields) throws { self.init(id: try fields("id"), options: try fields("options")) }
}

extension CompositeType: RecordedFields {
    init(_ fields: Fields) throws { self.init(id: try fields("id"), attributes: try fields("attributes")) }
}

extension CompositeType.Attribute: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(name: try fields("name"), type: try fields("type"), collation: try fields("collation"))
    }
}

extension DomainType: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(id: try fields("id"), baseType: try fields("baseType"))
        collation = try fields("collation")
        defaultExpression = try fields("defaultExpression")
        isNotNull = try fields("isNotNull")
        notNullName = try fields("notNullName")
        checks = try fields("checks")
    }
}

extension DomainType.Check: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            name: try fields("name"), definition: try fields("definition"), isValidated: try fields("isValidated"))
    }
}

extension EnumType: RecordedFields {
    init(_ fields: Fields) throws { self.init(id: try fields("id"), labels: try fields("labels")) }
}

extension RangeType: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(id: try fields("id"), subtype: try fields("subtype"))
        operatorClass = try fields("operatorClass")
        collation = try fields("collation")
        canonicalFunction = try fields("canonicalFunction")
        differenceFunction = try fields("differenceFunction")
        multirangeName = try fields("multirangeName")
    }
}
