/// Combines flags, environment, file and defaults: flag > environment > file > default.
struct ConfigurationLoader {
    let flags: [ConfigurationFlag]
    let file: ConfigurationFile?
    let process: ProcessContext

    func load() throws(ConfigurationError) -> ConfigurationValues {
        var values = ConfigurationValues()
        for key in ConfigurationKey.allCases {
            if let standard = key.definition.standard { values.set(key, standard, from: .standard) }
        }
        if let file {
            let found = try file.values()
            let held = found.keys.filter { !$0.isHarmless }
            guard file.identity.isTrusted || held.isEmpty else { throw file.untrusted(held) }
            for (key, value) in found { values.set(key, value, from: .file(file.identity)) }
        }
        for key in ConfigurationKey.allCases {
            guard let (variable, text) = variable(for: key) else { continue }
            values.set(key, try accept(text, for: key, from: variable), from: .environment(variable: variable))
        }
        for flag in flags {
            values.set(flag.key, try accept(flag.text, for: flag.key, from: flag.name), from: .flag(flag.name))
        }
        return values
    }

    /// The variable that sets a key. An empty one counts as unset, unless empty means something.
    private func variable(for key: ConfigurationKey) -> (String, String)? {
        for variable in key.variables {
            guard let text = process.environment[variable] else { continue }
            if !text.isEmpty || key.definition.kind == .text(orEmpty: true) { return (variable, text) }
        }
        return nil
    }

    private func accept(
        _ text: String, for key: ConfigurationKey, from place: String
    ) throws(ConfigurationError) -> ConfigurationValue {
        let kind = key.definition.kind
        guard let value = kind.parse(text), let accepted = kind.accept(value, relativeTo: process.workingDirectory)
        else { throw .refused(key, place: place) }
        return accepted
    }

    /// Unknown variables with our prefix: most likely typos.
    func warnings() -> [String] {
        let known = Set(ConfigurationKey.allCases.flatMap(\.variables)).union([
            "AYB_CONFIG", "AYB_FAILPOINT", "AYB_HOME",
        ])
        return process.environment.keys.filter { $0.hasPrefix("AYB_") && !known.contains($0) }.sorted()
            .map { "The environment variable \($0) is unknown to ayb and has no effect." }
    }
}
