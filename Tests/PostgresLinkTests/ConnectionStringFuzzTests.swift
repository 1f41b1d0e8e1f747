import BranchingCore
import PostgresLink
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct ConnectionStringFuzzTests {
    @Test(arguments: [UInt64(6), 7])
    func `a connection string is read or refused, and what is shown of it can be read again`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "postgresql://", "postgres://", "u", "p", ":", "@", "/", "?", "&", "=", "%", "%2F", "%40", "%00", "%zz",
            "[", "]",
            "::1", "host=", "port=", "dbname=", "user=", "password=", "hostaddr=", "h", ",", "'", "\\", " ", "1",
            "65536",
            "connect_timeout=", "sslmode=require", "service=x", "é", "\n", "#", "d",
        ]
        var time = FuzzTime(seconds: 5)
        var read = 0
        for _ in 0..<60_000 where time.allowsRound() || read <= 100 {
            let prefix = random.oneIn(3) ? "" : random.oneIn(2) ? "postgresql://u@h/d" : "host=h dbname=d "
            let text = prefix + (0..<random.number(9)).map { _ in random.pick(parts) ?? "" }.joined()
            guard let parameters = try? ConnectionParameters.untrusted(Secret(text)) else { continue }
            read += 1
            let hosts = (parameters["host"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
            try #require(!hosts.isEmpty && hosts.allSatisfy { !$0.isEmpty && !$0.hasPrefix("/") && !$0.hasPrefix("@") })
            try #require((1...30).contains(parameters.connectSeconds))
            let shown = try? ConnectionParameters(parsing: Secret(parameters.redactedURL))
            let again = try #require(shown, "\(text) -> \(parameters.redactedURL)")
            try #require(again["dbname"] == parameters["dbname"], "\(parameters.redactedURL)")
            try #require(again.password == nil)
        }
        #expect(read > 100)
    }
}
