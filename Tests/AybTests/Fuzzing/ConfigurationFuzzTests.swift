import ArgumentParser
import AybConfiguration
import Foundation
import Testing

@testable import ayb

/// Random and damaged configurations: never a trap, and always an error that says where.
///
/// The seeds are fixed, so failures repeat; `AYB_FUZZ_SEED` starts elsewhere and `AYB_FUZZ_SECONDS` runs longer.
@Suite struct ConfigurationFuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seconds = environment["AYB_FUZZ_SECONDS"].flatMap(Double.init) ?? 2
    private static let firstSeed = environment["AYB_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

    private static let whole = """
        [server]
        host = "::1"
        port = 0x2328
        body_limit = 2_048
        tls = { certificate = "/c.pem", key = 'k.pem' }
        [database]
        url = "postgresql://u:p%40@h/d"
        embedded = false
        [branching]
        control_database = \"\"\"
        control\"\"\"
        jobs = 3 # a comment
        [admin]
        token = "0123\\u00e9\\U0001F600abcdefgh"
        [logging]
        level = "debug"
        [cli]
        url = "https://h"
        output = "json"

        """
    private static let words: [[UInt8]] = [
        "[", "]", "[[", "]]", "{", "}", "\"", "\"\"\"", "'''", "\\u0000", "\\UFFFFFFFF", "\\ud800", "=", ".", "\n",
        "\r\n",
        "#", "1979-05-27T07:32:00Z", "9223372036854775808", "-9223372036854775808", "1e999", "nan", "-inf", "0x",
        "99999999999999999999999", "\u{FEFF}", "\u{2028}", "server", "port = ", "[server.tls]", "cli.url = 1\n",
        String(repeating: "[", count: 300), String(repeating: "{a=", count: 300), String(repeating: "a.", count: 300),
        String(repeating: "a.", count: 50_000),
    ].map { Array($0.utf8) }

    /// Runs a body with one generator after the other until the time is up, and often enough to show something.
    private static func forAWhile(_ body: (inout RandomBytes, UInt64) throws -> Void) rethrows -> Int {
        let end = ContinuousClock.now + .seconds(seconds)
        var count = 0
        while count < 60 || ContinuousClock.now < end {
            let seed = firstSeed &+ UInt64(count)
            var random = RandomBytes(seed: seed)
            try body(&random, seed)
            count += 1
        }
        return count
    }

    @Test func `a file of any bytes is read or refused by name`() throws {
        let directory = try TemporaryDirectory()
        let process = directory.process(["AYB_HOME": directory.path + "/h"])
        let path = directory.path + "/ayb.toml"
        var (read, refused) = (0, 0)
        let rounds = try Self.forAWhile { random, seed in
            let bytes =
                random.number(4) == 0
                ? random.bytes(200) : random.mutated(Array(Self.whole.utf8), words: Self.words)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            for name in [path, nil] {
                do {
                    let configuration = try Configuration.load(path: name, process: process)
                    _ = try Target.resolve(configuration, home: AybHome(process: process))
                    read += 1
                } catch let error as ConfigurationError {
                    #expect(error.place == path || error.place.hasPrefix(path), "seed \(seed): \(error)")
                    #expect(!error.reason.isEmpty)
                    refused += 1
                } catch let error as ClientError {
                    #expect(error.message.contains(path), "seed \(seed): \(error)")
                    refused += 1
                }
            }
        }
        // The test is worth little unless both happen.
        #expect(rounds > 50 && read > 0 && refused > 0, "\(rounds) rounds, \(read) read, \(refused) refused")
    }

    @Test func `any value in a variable or a flag is taken, or refused by the name of it`() throws {
        let directory = try TemporaryDirectory()
        let keys = ConfigurationKey.allCases
        let numbers = [
            "0", "-1", "65535", "65536", "9223372036854775808", "1e3", " 1", "٣", "0x10", "true", "TRUE\n", "",
        ]
        let rounds = try Self.forAWhile { random, seed in
            func text() -> String {
                random.number(2) == 0
                    ? numbers.randomElement(using: &random) ?? ""
                    : String(decoding: random.bytes(40), as: UTF8.self)
            }
            var environment: [String: String] = [:]
            for key in keys where random.number(8) == 0 {
                if let variable = key.variables.randomElement(using: &random) { environment[variable] = text() }
            }
            environment["AYB_HOME"] = random.number(4) == 0 ? text() : directory.path + "/h"
            let flags = keys.filter { _ in random.number(16) == 0 }.map {
                ConfigurationFlag($0, "--" + $0.name, text())
            }
            let process = directory.process(environment)
            do {
                let configuration = try Configuration.load(flags: flags, process: process)
                _ = try Target.resolve(configuration, home: AybHome(process: process))
            } catch let error as ConfigurationError {
                let places = Array(environment.keys) + flags.compactMap { $0?.name }
                #expect(places.contains(error.place), "seed \(seed): \(error)")
            } catch let error as ClientError {
                #expect(error.status == .usage, "seed \(seed): \(error)")
            }
        }
        #expect(rounds > 50)
    }

    @Test func `a path of the trust of any text is taken or refused`() throws {
        let directory = try TemporaryDirectory()
        _ = Self.forAWhile { random, _ in
            let path = "/" + String(decoding: random.bytes(60), as: UTF8.self).replacing("\0", with: "")
            _ = try? WriteAccess().weakness(of: directory.path + path)
            _ = try? WriteAccess().weakness(of: path)
        }
    }

    @Test func `any arguments are a command or wrong usage`() {
        let words = [
            "branch", "create", "list", "get", "url", "delete", "diff", "start", "stop", "status", "trust", "version",
            "--from",
            "--strategy", "--jobs", "--max-rate", "--timeout", "--port", "--output", "--ignore", "--rename", "--schema",
            "--yes",
            "--help", "--", "-", "--no-wait", "--status", "--exclude-table-data", "--url", "--config", "--", "a=b",
            "\"=\"=c",
            "9223372036854775807G", "9223372036854775808", "-1", "nan", "1e999", "0x1p1023",
            "postgresql://[::1]:99999/%zz",
            "unix://", "feature", "main", "*.*", "\u{202E}\u{9B}",
        ]
        let rounds = Self.forAWhile { random, _ in
            let arguments = (0..<random.number(8)).map { _ in
                random.number(5) == 0
                    ? String(decoding: random.bytes(20), as: UTF8.self) : words.randomElement(using: &random) ?? ""
            }
            // Only parses: no command runs here.
            _ = try? AybCommand.parseAsRoot(arguments)
        }
        #expect(rounds > 50)
    }
}
