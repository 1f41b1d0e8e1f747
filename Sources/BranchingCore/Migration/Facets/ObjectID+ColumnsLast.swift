import SchemaModel

extension Sequence<ObjectID> {
    /// The objects in order, relations of any kind before all columns: revoking on a relation also revokes on its
    /// columns (`ExecGrant_Relation` in catalog/aclchk.c).
    func sortedColumnsLast() -> [ObjectID] {
        sorted { ($0.kind == .column ? 1 : 0, $0) < ($1.kind == .column ? 1 : 0, $1) }
    }
}
