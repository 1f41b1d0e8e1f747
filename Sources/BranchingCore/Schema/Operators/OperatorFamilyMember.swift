/// An operator or a function of an operator family that belongs to none of its classes.
package struct OperatorFamilyMember: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The access method of the family.
    package var accessMethod: String
    /// Its place, as `OPERATOR 1 (integer, bigint)`.
    package var place: String
    /// What is in that place, as `s.<(integer,bigint)`.
    package var member: String

    /// Makes a member.
    package init(schema: String, family: String, accessMethod: String, place: String, member: String) {
        id = ObjectID(
            .operatorFamilyMember, schema: schema, name: family, signature: "\(accessMethod) \(place)")
        self.accessMethod = accessMethod
        self.place = place
        self.member = member
    }
}
