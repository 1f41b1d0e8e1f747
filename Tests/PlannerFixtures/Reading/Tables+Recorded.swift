import SchemaModel

extension Column.Generation: Recorded {}
extension Constraint.Kind: Recorded {}
extension Table.Persistence: Recorded {}

extension Column: RecordedFields {
    /// The model's rare attributes of columns.
    private struct Apart: RecordedFields {
        let identity: Identity?

        init(_ fields: Fields) throws { identity = try fields("identity") }
    }

    init(_ fields: Fields) throws {
        self.init(id: try fields("id"), type: try fields("type"))
        isForeign = try fields("isForeign")
        position = try fields("position")
        collation = try fields("collation")
        isNotNull = try fields("isNotNull")
        notNullName = try fields("notNullName")
        isNotNullInherited = try fields("isNotNullInherited")
        inheritedNotNullName = try fields("inheritedNotNullName")
        isNotNullNoInherit = try fields("isNotNullNoInherit")
        isNotNullValid = try fields("isNotNullValid")
        generation = try fields("generation")
        expression = try fields("expression")
        let apart: Apart? = try fields("apart")
        identity = apart?.identity
        storage = try fields("storage")
        typeStorage = try fields("typeStorage")
        compression = try fields("compression")
        statisticsTarget = try fields("statisticsTarget")
        options = try fields("options")
        foreignOptions = try fields("foreignOptions")
        isLocal = try fields("isLocal")
        inheritanceCount = try fields("inheritanceCount")
    }
}

extension Column.Identity: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            generation: try fields("generation"), sequence: try fields("sequence"),
            sequenceName: try fields("sequenceName"), isUnlogged: try fields("isUnlogged"))
    }
}

extension SequenceOptions: RecordedFields {
    init(_ fields: Fields) throws {
        self.init()
        type = try fields("type")
        start = try fields("start")
        increment = try fields("increment")
        minimum = try fields("minimum")
        maximum = try fields("maximum")
        cache = try fields("cache")
        cycles = try fields("cycles")
    }
}

extension ColumnDefault: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            id: try fields("id"), expression: try fields("expression"), isForeign: try fields("isForeign"))
    }
}

extension Constraint: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(id: try fields("id"), kind: try fields("kind"), definition: try fields("definition"))
        isDeferrable = try fields("isDeferrable")
        isInitiallyDeferred = try fields("isInitiallyDeferred")
        isEnforced = try fields("isEnforced")
        isValidated = try fields("isValidated")
        isLocal = try fields("isLocal")
        isNoInherit = try fields("isNoInherit")
        isOnPartitionedTable = try fields("isOnPartitionedTable")
        isOnPartition = try fields("isOnPartition")
        isOnForeignTable = try fields("isOnForeignTable")
        indexOptions = try fields("indexOptions")
        indexTablespace = try fields("indexTablespace")
        parent = try fields("parent")
    }
}

extension Index: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(id: try fields("id"), relation: try fields("relation"), definition: try fields("definition"))
        options = try fields("options")
        tablespace = try fields("tablespace")
        statisticsTargets = try fields("statisticsTargets")
        isValid = try fields("isValid")
        isPartitioned = try fields("isPartitioned")
        isUnique = try fields("isUnique")
        parent = try fields("parent")
    }
}

extension IndexAttachment: RecordedFields {
    init(_ fields: Fields) throws { self.init(child: try fields("child"), parent: try fields("parent")) }
}

extension IndexMark: RecordedFields {
    init(_ fields: Fields) throws { self.init(id: try fields("id"), index: try fields("index")) }
}

extension Inheritance: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(
            child: try fields("child"), parent: try fields("parent"), bound: try fields("bound"),
            position: try fields("position"))
    }
}

extension Table: RecordedFields {
    init(_ fields: Fields) throws {
        self.init(id: try fields("id"))
        persistence = try fields("persistence")
        partitionKey = try fields("partitionKey")
        isPartition = try fields("isPartition")
        ofType = try fields("ofType")
        accessMethod = try fields("accessMethod")
        tablespace = try fields("tablespace")
        options = try fields("options")
        hasRowSecurity = try fields("hasRowSecurity")
        forcesRowSecurity = try fields("forcesRowSecurity")
        replicaIdentity = try fields("replicaIdentity")
        server = try fields("server")
        foreignOptions = try fields("foreignOptions")
    }
}
