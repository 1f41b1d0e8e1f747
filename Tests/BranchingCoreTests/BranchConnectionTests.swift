import BranchingCore
import Testing

@Suite struct BranchConnectionTests {
    private let connection = BranchConnection(
        host: "db.example", port: 5432, database: "ayb_branch_x", user: "us er", password: Secret("p@s:s/w%'ö"))

    @Test func `a URL has everything but the password, which it has only on request`() {
        #expect(connection.url(includingPassword: false) == "postgresql://us%20er@db.example:5432/ayb_branch_x")
        #expect(
            connection.url(includingPassword: true)
                == "postgresql://us%20er:p%40s%3As%2Fw%25%27%C3%B6@db.example:5432/ayb_branch_x")
    }

    @Test func `a Unix socket is a parameter of the URL`() {
        var local = connection
        local.host = "/run/pg"
        #expect(local.url(includingPassword: false) == "postgresql://us%20er@/ayb_branch_x?host=%2Frun%2Fpg&port=5432")
    }

    @Test func `an IPv6 address is in brackets`() {
        var remote = connection
        remote.host = "::1"
        remote.parameters = [.init(name: "sslmode", value: "require")]
        #expect(
            remote.url(includingPassword: false) == "postgresql://us%20er@[::1]:5432/ayb_branch_x?sslmode=require")
    }

    @Test func `a secret shows in no description`() {
        var text = ""
        dump(connection, to: &text)
        #expect(!"\(connection) \(String(reflecting: connection)) \(text)".contains("p@s"))
        #expect("\(Secret("x"))" == "***")
    }
}
