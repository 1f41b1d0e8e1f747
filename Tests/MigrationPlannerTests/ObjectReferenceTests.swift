import MigrationPlanner
import SchemaModel
import Testing

@Suite struct ObjectReferenceTests {
    struct Case: Sendable {
        let id: ObjectID
        let described: String?
        var owned: String?
        var granted: String?
    }

    private static let cases = [
        Case(
            id: ObjectID(.table, schema: "a.b", name: "T\"x"), described: "TABLE \"a.b\".\"T\"\"x\"",
            owned: "TABLE \"a.b\".\"T\"\"x\"", granted: "TABLE \"a.b\".\"T\"\"x\""),
        Case(
            id: ObjectID(.materializedView, schema: "s", name: "m"), described: "MATERIALIZED VIEW s.m",
            owned: "MATERIALIZED VIEW s.m", granted: "TABLE s.m"),
        Case(
            id: ObjectID(.column, schema: "s", parent: "select", name: "C d"), described: "COLUMN s.\"select\".\"C d\"",
            granted: "TABLE s.\"select\""),
        Case(
            id: ObjectID(.constraint, schema: "s", parent: "t", name: "K"), described: "CONSTRAINT \"K\" ON s.t"),
        Case(id: ObjectID(.trigger, schema: "s", parent: "T", name: "g"), described: "TRIGGER g ON s.\"T\""),
        Case(id: ObjectID(.rule, schema: "s", parent: "t", name: "R"), described: "RULE \"R\" ON s.t"),
        Case(id: ObjectID(.policy, schema: "s", parent: "t", name: "p"), described: "POLICY p ON s.t"),
        Case(
            id: ObjectID(.function, schema: "s", name: "F", signature: "integer, text"),
            described: "FUNCTION s.\"F\"(integer, text)", owned: "FUNCTION s.\"F\"(integer, text)",
            granted: "FUNCTION s.\"F\"(integer, text)"),
        Case(
            id: ObjectID(.procedure, schema: "s", name: "p"), described: "PROCEDURE s.p()", owned: "PROCEDURE s.p()",
            granted: "PROCEDURE s.p()"),
        Case(
            id: ObjectID(.aggregate, schema: "s", name: "g", signature: "*"), described: "AGGREGATE s.g(*)",
            owned: "AGGREGATE s.g(*)", granted: "FUNCTION s.g()"),
        Case(
            id: ObjectID(.operator, schema: "S", name: "+", signature: "integer, integer"),
            described: "OPERATOR \"S\".+ (integer, integer)", owned: "OPERATOR \"S\".+ (integer, integer)"),
        Case(
            id: ObjectID(.operatorClass, schema: "s", name: "x", signature: "btree"),
            described: "OPERATOR CLASS s.x USING btree", owned: "OPERATOR CLASS s.x USING btree"),
        Case(id: ObjectID(.cast, name: "s.a AS text"), described: "CAST (s.a AS text)"),
        Case(
            id: ObjectID(.transform, name: "s.t", signature: "plpgsql"),
            described: "TRANSFORM FOR s.t LANGUAGE plpgsql"),
        Case(
            id: ObjectID(.server, name: "S"), described: "SERVER \"S\"", owned: "SERVER \"S\"",
            granted: "FOREIGN SERVER \"S\""),
        Case(
            id: ObjectID(.textSearchConfiguration, schema: "s", name: "c"),
            described: "TEXT SEARCH CONFIGURATION s.c", owned: "TEXT SEARCH CONFIGURATION s.c"),
        Case(id: ObjectID(.extension, name: "uuid-ossp"), described: "EXTENSION \"uuid-ossp\""),
        Case(id: ObjectID(.userMapping, name: "s", signature: "public"), described: nil),
        Case(id: ObjectID(.defaultPrivileges, name: "r", signature: "TABLES"), described: nil),
    ]

    @Test(arguments: cases) func `every kind is named as its statements want it`(_ each: Case) {
        let reference = ObjectReference(each.id, in: DatabaseSchema(serverVersion: 180_000, currentUser: "me"))
        #expect(reference.described == each.described)
        #expect(reference.owned == each.owned)
        #expect(reference.granted == each.granted)
    }
}
