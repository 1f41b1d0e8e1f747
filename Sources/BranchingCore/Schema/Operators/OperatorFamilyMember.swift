/// An operator or a function of an operator family that belongs to none of its classes.
public struct OperatorFamilyMember: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The access method of the family.
    public var accessMethod: String
    /// Its place, as `OPERATOR 1 (integer, bigint)`.
    public var place: String
    /// What stands there, as `s.<(integer,bigint)`.
    public var member: String

    /// Makes a member.
    public init(schema: String, family: String, accessMethod: String, place: String, member: String) {
        id = ObjectID(
            .operatorFamilyMember, schema: schema, name: family, signature: "\(accessMethod) \(place)")
        self.accessMethod = accessMethod
        self.place = place
        self.member = member
    }
}
