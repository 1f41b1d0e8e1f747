import BranchingCore
import BranchingPostgres
import Logging
import Testing

/// How audit lines name a source: needs no PostgreSQL.
@Suite struct DisplayNameTests {
    private let service = PostgresBranchService(
        configuration: .init(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })

    @Test(arguments: [
        ("main", "main"), ("feature-1", "feature-1"),
        ("postgresql://u:hunter2@db.example:5433/app", "postgresql://u@db.example:5433/app"),
        ("host=db.example user=u password=hunter2 dbname=app", "postgresql://u@db.example/app"),
        ("postgresql://h/d?password=hunter2&user=u", "postgresql://u@h/d"),
        ("mysql://u:hunter2@h/d", "a connection string that is refused"),
        ("postgresql://u:hunter2@h/d?passfile=/x", "a connection string that is refused"),
        ("postgresql://u:hunter2@h:p%zz/d", "a connection string that is refused"),
        ("host='hunter2", "a connection string that is refused"),
    ])
    func `a source is named without its password`(_ text: String, _ name: String) async throws {
        #expect(await service.displayName(of: try BranchSource(parsing: text)) == name)
    }
}
