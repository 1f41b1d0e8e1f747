import FoundationEssentials

/// The machine's processes, from `/proc`.
enum ProcessTable {
    struct Entry {
        var arguments: String
        var environment: [String]

        func variable(_ name: String) -> String? {
            environment.first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.utf8.count + 1)) }
        }
    }

    /// All that we may look at.
    static func all() -> [Entry] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.filter { Int($0) != nil }.compactMap { pid in
            guard let arguments = text("/proc/\(pid)/cmdline"), !arguments.isEmpty else { return nil }
            let environment = text("/proc/\(pid)/environ")?.split(separator: "\0").map(String.init)
            return Entry(arguments: arguments, environment: environment ?? [])
        }
    }

    /// The programs of a dump, by their `application_name`.
    static func named(_ applicationName: String) -> [Entry] {
        all().filter { $0.variable("PGAPPNAME") == applicationName }
    }

    private static func text(_ path: String) -> String? {
        (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) }
    }
}
