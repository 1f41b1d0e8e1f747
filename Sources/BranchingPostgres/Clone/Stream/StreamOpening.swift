import BranchingCore
import DumpText
import PostgresTools

/// The beginning of a stream clone: the new database, the snapshot of the source, and its schema.
struct StreamOpening: Sendable {
    let clone: StreamClone
    let database: EmptyDatabase
    let leader: SessionPair
    let roles: TargetRoles

    /// What the rest of the clone needs.
    struct OpenedClone: Sendable {
        var snapshot: SourceSnapshot
        var preData: PreData
        var postData: PostData
        var largeObjects: LargeObjects
        /// The schema, with statistics if those carry over; the caller removes it.
        var archive: SchemaArchive
    }

    func open() async throws -> OpenedClone {
        // The database is made while the source is inspected.
        async let made: Void = database.create()
        let source = try await readSource()
        let (preData, postData, archive) = try await schema(at: source.snapshot)
        do {
            try await made
            // template0 has the schema, and pg_dump does not drop what the source lacks.
            if !source.hasPublicSchema {
                try await leader.onTarget { _ = try $0.query("DROP SCHEMA public") }
            }
        } catch {
            archive.remove()
            throw error
        }
        return OpenedClone(
            snapshot: source.snapshot, preData: preData, postData: postData, largeObjects: source.largeObjects,
            archive: archive)
    }

    private struct SourceReading: Sendable {
        var snapshot: SourceSnapshot
        var largeObjects: LargeObjects
        var hasPublicSchema: Bool
    }

    private func readSource() async throws -> SourceReading {
        let format = BinaryFormat(
            isSameCluster: clone.job.facts.isSameCluster,
            lowestMajorVersion: min(clone.job.facts.majorVersion, database.worker.facts.majorVersion))
        do {
            return try await leader.onSource {
                [selection = clone.selection, division = clone.division, roles] source in
                let snapshot = try SourceSnapshot.take(
                    on: source, format: format, wanted: selection, division: division)
                let objects =
                    selection.schemaOnly ? LargeObjects() : try LargeObjects.read(on: source, roles: roles)
                let found = try source.query("SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'public'")
                return SourceReading(snapshot: snapshot, largeObjects: objects, hasPublicSchema: !found.isEmpty)
            }
        } catch let error as PostgresError where error.sqlState == nil {
            throw OperationError.failed(.sourceUnreachable, "The source cannot be reached: \(error)")
        }
    }

    private func schema(at snapshot: SourceSnapshot) async throws -> (PreData, PostData, SchemaArchive) {
        let facts = try await leader.onSource { $0.facts }
        let job = clone.job
        let filter = DumpFilter(roles: job.filtering(roles))
        let programs = try await job.settings.programs.recentEnough(for: job.facts.majorVersion)
        let archive = try await SchemaArchive.make(
            of: job.sourceEndpoint(facts), at: snapshot, programs: programs,
            keepsTablespaces: job.facts.isSameCluster,
            wantsStatistics: !clone.selection.schemaOnly && database.worker.facts.majorVersion >= 18,
            watch: ReachabilityWatch(side: .source, parameters: job.sourceParameters, logger: job.logger))
        do {
            async let pre = archive.text(.preData)
            async let post = archive.text(.postData)
            let (before, after) = try Self.sorted(
                await pre, await post, tables: snapshot.names, filter: filter)
            return (before, after, archive)
        } catch {
            archive.remove()
            throw error
        }
    }

    private static func sorted(
        _ pre: SchemaText, _ post: SchemaText, tables: Set<PostData.TableName>, filter: DumpFilter
    ) throws -> (PreData, PostData) {
        do {
            return (try PreData(pre, filter: filter), try PostData(post, tables: tables, filter: filter))
        } catch let refusal as RoleFilterRefusal {
            throw ToolError.roleMissing(refusal)
        }
    }
}
