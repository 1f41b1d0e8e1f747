import MigrationPlanner
import SchemaModel

/// One object of a schema in a fixture: the name of its type, and its fields.
struct RecordedObject: RecordedFields {
    let object: any SchemaObject

    /// Every kind of object; each has its SQL.
    private static let types: [String: any (MigratedObject & RecordedFields).Type] = Dictionary(
        uniqueKeysWithValues: all.map { ("\($0)", $0) })

    private static let all: [any (MigratedObject & RecordedFields).Type] = [
        AccessMethod.self, Aggregate.self, BaseType.self, Cast.self, Collation.self, Column.self,
        ColumnDefault.self, CompositeType.self, Constraint.self, Conversion.self, DefaultPrivileges.self,
        DomainType.self, EnumType.self, EventTrigger.self, ExtendedStatistics.self, Extension.self,
        ForeignDataWrapper.self, ForeignServer.self, Function.self, Index.self, IndexAttachment.self,
        IndexMark.self, Inheritance.self, Language.self, MaterializedView.self, OperatorClass.self,
        OperatorDefinition.self, OperatorFamily.self, OperatorFamilyMember.self, Policy.self, Publication.self,
        PublicationMember.self, RangeType.self, Rule.self, SchemaNamespace.self, SequenceGenerator.self,
        SequenceOwnership.self, Subscription.self, Table.self, TextSearchConfiguration.self,
        TextSearchDictionary.self, TextSearchParser.self, TextSearchTemplate.self, Transform.self,
        Trigger.self, UserMapping.self, View.self,
    ]

    init(_ fields: Fields) throws {
        let name: String = try fields("type")
        guard let type = Self.types[name] else { throw UnknownRecord("there is no kind of object '\(name)'") }
        object = try type.init(try fields("is") as Fields)
    }

    static func value(of object: any SchemaObject) throws -> JSONValue {
        guard let fields = try JSONValue(reflecting: object) else { throw UnknownRecord("\(object) is nothing") }
        return .object(["type": .string("\(type(of: object))"), "is": fields])
    }
}

extension Fields: Recorded {}
