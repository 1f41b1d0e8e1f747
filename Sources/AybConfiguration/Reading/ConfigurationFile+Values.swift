import TOMLKit

extension ConfigurationFile {
    /// The file's values, checked against the table of keys.
    ///
    /// - Throws: ``ConfigurationError`` for broken TOML, an unknown section or key, and an invalid value.
    func values() throws(ConfigurationError) -> [ConfigurationKey: ConfigurationValue] {
        guard text.utf8.count(where: { $0 == UInt8(ascii: ".") }) <= Self.mostDots else {
            throw ConfigurationError(
                place: identity.path,
                reason: "the file has more than \(Self.mostDots) dots, more than any configuration of ayb needs.")
        }
        try requireNamesOfSections()
        let root: TOMLTable
        do {
            root = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw ConfigurationError(
                place: identity.path, line: error.source.begin.line, reason: "this is not TOML: \(error.description)")
        } catch {
            throw ConfigurationError(place: identity.path, reason: "this is not TOML.")
        }
        var values: [ConfigurationKey: ConfigurationValue] = [:]
        try collect(root, section: "", into: &values)
        return values
    }

    private func collect(
        _ table: TOMLTable, section: String, into values: inout [ConfigurationKey: ConfigurationValue]
    ) throws(ConfigurationError) {
        // Sorted, so that of several mistakes the same one is always reported.
        for name in table.keys.sorted() {
            guard let value = table[name] else { continue }
            // A quoted name with a dot in it is one name, and not ours.
            let path = section.isEmpty ? name : section + "." + name
            guard !name.contains(".") else {
                throw ConfigurationError(
                    place: identity.path, line: line(of: path), reason: Self.unknown(path, in: section))
            }
            if let key = ConfigurationKey(rawValue: path), key.isAllowedInFile {
                let plain = Self.plain(value)
                guard let plain,
                    let accepted = key.definition.kind.accept(
                        plain, relativeTo: PathText.directory(of: identity.path))
                else { throw .refused(key, place: identity.path, line: line(of: path)) }
                values[key] = accepted
            } else if Self.sections.contains(path) {
                guard let inner = value.table else {
                    throw ConfigurationError(
                        place: identity.path, line: line(of: path), reason: "'\(path)' is a section: write [\(path)].")
                }
                try collect(inner, section: path, into: &values)
            } else {
                throw ConfigurationError(
                    place: identity.path, line: line(of: path), reason: Self.unknown(path, in: section))
            }
        }
    }

    /// Each dot of a key nests a table in another, and toml++ walks them recursively without a limit: some 30,000 in a
    /// row overflow its stack.
    private static let mostDots = 2000

    private static let sections = Set(ConfigurationKey.allCases.map(\.section))

    private static func plain(_ value: any TOMLValueConvertible) -> ConfigurationValue? {
        switch value.type {
        case .string: value.string.map(ConfigurationValue.text)
        case .int: value.int.map(ConfigurationValue.number)
        case .bool: value.bool.map(ConfigurationValue.flag)
        case .table, .array, .double, .date, .time, .dateTime: nil
        }
    }

    private static func unknown(_ path: String, in section: String) -> String {
        if path == ConfigurationKey.cliAPIKey.rawValue {
            return "'\(path)' does not belong in the file: name a file that holds the key with 'cli.api_key_file',"
                + " or set AYB_API_KEY."
        }
        if section.isEmpty {
            return "unknown section '\(path)'. The sections are \(sections.sorted().joined(separator: ", "))."
        }
        let known = ConfigurationKey.allCases.filter { $0.section == section && $0.isAllowedInFile }.map(\.name)
        return "unknown key '\(path)'. The keys of [\(section)] are \(known.sorted().joined(separator: ", "))."
    }
}
