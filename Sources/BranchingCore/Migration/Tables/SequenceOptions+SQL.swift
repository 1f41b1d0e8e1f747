package import SchemaModel

extension SequenceOptions {
    /// PostgreSQL's defaults for a type.
    package init(type: String) {
        self.init()
        self.type = type
        maximum = Self.range(of: type).upperBound
    }

    private static func range(of type: String) -> ClosedRange<Int64> {
        switch type {
        case "smallint": Int64(Int16.min)...Int64(Int16.max)
        case "integer": Int64(Int32.min)...Int64(Int32.max)
        default: Int64.min...Int64.max
        }
    }

    private var defaultMinimum: Int64 { increment > 0 ? 1 : Self.range(of: type).lowerBound }
    private var defaultMaximum: Int64 { increment > 0 ? Self.range(of: type).upperBound : -1 }

    /// The clauses of CREATE SEQUENCE or ALTER SEQUENCE that lead here, without the type.
    ///
    /// - Parameter inNumbers: Whether limits are written as numbers. In a statement that changes the type too, PostgreSQL
    ///   takes NO MAXVALUE for the limit of the type even where the sequence descends (`init_params` in
    ///   commands/sequence.c).
    package func clauses(from old: SequenceOptions, inNumbers: Bool = false) -> [String] {
        var clauses: [String] = []
        if increment != old.increment { clauses.append("INCREMENT BY \(increment)") }
        if minimum != old.minimum {
            clauses.append(minimum == defaultMinimum && !inNumbers ? "NO MINVALUE" : "MINVALUE \(minimum)")
        }
        if maximum != old.maximum {
            clauses.append(maximum == defaultMaximum && !inNumbers ? "NO MAXVALUE" : "MAXVALUE \(maximum)")
        }
        if start != old.start { clauses.append("START WITH \(start)") }
        if cache != old.cache { clauses.append("CACHE \(cache)") }
        if cycles != old.cycles { clauses.append(cycles ? "CYCLE" : "NO CYCLE") }
        return clauses
    }
}

extension SequenceOptions {
    /// Whether no position within the limits of another is within these.
    func isApart(from old: SequenceOptions) -> Bool { minimum > old.maximum || maximum < old.minimum }

    /// Whether its type cannot hold the limits of another.
    func isNarrower(than old: SequenceOptions) -> Bool {
        let range = Self.range(of: type)
        return !range.contains(old.minimum) || !range.contains(old.maximum)
    }

    /// What a change of type makes of the limits: those that were the type's own become the new type's.
    package func retyped(to new: String) -> SequenceOptions {
        guard new != type else { return self }
        var options = self
        let before = Self.range(of: type)
        let after = Self.range(of: new)
        if maximum == before.upperBound { options.maximum = after.upperBound }
        if minimum == before.lowerBound { options.minimum = after.lowerBound }
        options.type = new
        return options
    }
}
