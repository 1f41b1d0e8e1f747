import SchemaModel
import Testing

/// A login counts as the role whose place it takes.
@Suite struct RoleRenamingTests {
    private let table = ObjectID(.table, schema: "s", name: "t")

    private func schema(_ role: String, _ objects: [any SchemaObject], owner: String) -> DatabaseSchema {
        DatabaseSchema(
            serverVersion: 150_000, currentUser: "ayb", objects: objects,
            facets: [
                table: ObjectFacets(
                    owner: owner,
                    privileges: [
                        Grant(grantee: role, privilege: "SELECT"), Grant(grantee: "other", privilege: "SELECT"),
                    ])
            ])
    }

    private func objects(_ role: String) -> [any SchemaObject] {
        [
            DefaultPrivileges(
                role: role, schema: "s", objects: "TABLES", grants: [Grant(grantee: role, privilege: "SELECT")]),
            DefaultPrivileges(
                role: "other", objects: "TABLES", grants: [Grant(grantee: role, privilege: "INSERT")]),
            Policy(id: ObjectID(.policy, schema: "s", parent: "t", name: "p"), roles: [role, "b"].sorted()),
            UserMapping(server: "f", role: role),
        ]
    }

    @Test func `it is replaced as owner, grantee, maker of objects, and in policies and user mappings`() {
        let renamed = schema("login", objects("login"), owner: "login").renamingRole("login", to: "app")
        let wanted = schema("app", objects("app"), owner: "app")
        #expect(renamed.facets == wanted.facets)
        #expect(Set(renamed.objects.keys) == Set(wanted.objects.keys))
        for case let privileges as DefaultPrivileges in wanted.objects.values {
            #expect(renamed.object(privileges.id, as: DefaultPrivileges.self) == privileges)
        }
        for case let policy as Policy in wanted.objects.values {
            #expect(renamed.object(policy.id, as: Policy.self) == policy)
        }
    }

    @Test func `its own default privileges count if the other role has some for the same`() {
        let both = [
            DefaultPrivileges(role: "login", objects: "TABLES", grants: [Grant(grantee: "x", privilege: "SELECT")]),
            DefaultPrivileges(role: "app", objects: "TABLES", grants: [Grant(grantee: "y", privilege: "SELECT")]),
        ]
        for objects in [both, both.reversed()] {
            let renamed = schema("app", objects, owner: "app").renamingRole("login", to: "app")
            let privileges: DefaultPrivileges? = renamed.object(
                ObjectID(.defaultPrivileges, name: "app", signature: "TABLES"))
            #expect(privileges?.grants.map(\.grantee) == ["x"])
        }
    }
}
