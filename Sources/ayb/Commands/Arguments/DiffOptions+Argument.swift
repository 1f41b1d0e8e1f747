import ArgumentParser
import BranchingCore

extension DiffOptions {
    /// Parses the values of `--ignore`, each one or more names with commas between.
    static func aspects(_ texts: [String]) throws(ValidationError) -> [String] {
        let names = texts.flatMap { $0.split(separator: ",").map(String.init) }
        for name in names where Aspect(rawValue: name) == nil {
            let allowed = Aspect.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--ignore takes \(allowed), not '\(name)'.")
        }
        return names
    }

    /// Parses the values of `--rename`, each `old=new`. A name in double quotes may contain a `=`.
    static func renames(_ texts: [String]) throws(ValidationError) -> [String: String] {
        var renames: [String: String] = [:]
        for text in texts {
            var isQuoted = false
            let sign = text.indices.first { index in
                if text[index] == "\"" { isQuoted.toggle() }
                return text[index] == "=" && !isQuoted
            }
            guard let sign, sign != text.startIndex, text.index(after: sign) != text.endIndex else {
                throw ValidationError("--rename takes old=new, each as schema.name or schema.table.column.")
            }
            let old = String(text[..<sign])
            guard renames.updateValue(String(text[text.index(after: sign)...]), forKey: old) == nil else {
                throw ValidationError("--rename has two new names for '\(old)'.")
            }
        }
        return renames
    }
}
