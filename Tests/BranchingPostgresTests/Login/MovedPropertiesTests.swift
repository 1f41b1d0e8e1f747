import SchemaCatalog
import Testing

@testable import BranchingPostgres

/// What a database gets whose owner gives way to a login.
@Suite struct MovedPropertiesTests {
    private typealias Setting = DatabaseProperties.Setting

    private let properties = DatabaseProperties(
        owner: "app", connectionLimit: -1, tablespace: nil,
        settings: [
            Setting(role: nil, name: "work_mem", value: "1MB"), Setting(role: "app", name: "search_path", value: "a"),
            Setting(role: "other", name: "search_path", value: "b"),
        ],
        privileges: [
            .init(grantee: nil, name: .connect, isGrantable: false),
            .init(grantee: "app", name: .create, isGrantable: false),
        ],
        locale: DatabaseLocale(encoding: "UTF8", collate: "C", characterType: "C", provider: "c"))

    @Test func `the login has the owner's place, privileges and settings, those for the database first`() {
        let own = [
            Setting(role: "app", name: "search_path", value: "everywhere"),
            Setting(role: "app", name: "jit", value: "off"),
        ]
        let moved = properties.moved(from: "app", to: "login", keeping: true, adding: own)
        #expect(moved.owner == "login")
        #expect(moved.privileges?.map(\.grantee) == [nil, "login"])
        #expect(
            moved.settings == properties.settings + [
                Setting(role: "login", name: "search_path", value: "a"),
                Setting(role: "login", name: "jit", value: "off"),
            ])
    }

    @Test func `a parent's login leaves nothing behind`() {
        let moved = properties.moved(from: "app", to: "login", keeping: false, adding: [])
        #expect(!moved.settings.contains { $0.role == "app" })
        #expect(moved.settings.contains(Setting(role: "login", name: "search_path", value: "a")))
    }
}
