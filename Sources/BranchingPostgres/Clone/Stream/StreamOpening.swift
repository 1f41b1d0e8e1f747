import BranchingCore
import DumpText

/// The beginning of a stream clone: the new database, the snapshot of the source, and its schema.
struct StreamOpening: Sendable {
    let clone: StreamClone
    let database: EmptyDatabase
    let leader: StreamLine
    let roles: TargetRoles

    /// What the rest of the clone needs.
    struct Opened: Sendable {
        var snapshot: SourceSnapshot
        var preData: PreData
        var postData: PostData
        var largeObjects: LargeObjects
        /// The schema, with statistics where those can be carried over; to be removed.
        var archive: SchemaArchive
    }

    func open() async throws(OperationError) -> Opened {
        // The database is made while the source is looked at.
        async let made = create()
        let source = try await look()
        let (preData, postData, archive) = try await schema(at: source.snapshot)
        do throws(OperationError) { try await made.get() } catch {
            archive.remove()
            throw error
        }
        if !source.hasPublicSchema {
            // template0 has the schema, and pg_dump does not drop what the source has not.
            do throws(PostgresError) {
                try await leader.onTarget { (target) throws(PostgresError) in _ = try target.query("DROP SCHEMA public")
                }
            } catch {
                archive.remove()
                throw OperationError(streaming: error)
            }
        }
        return Opened(
            snapshot: source.snapshot, preData: preData, postData: postData, largeObjects: source.largeObjects,
            archive: archive)
    }

    private func create() async -> Result<Void, OperationError> {
        do throws(OperationError) { return .success(try await database.create()) } catch { return .failure(error) }
    }

    private struct Look: Sendable {
        var snapshot: SourceSnapshot
        var largeObjects: LargeObjects
        var hasPublicSchema: Bool
    }

    private func look() async throws(OperationError) -> Look {
        let format = BinaryFormat(
            isSameCluster: clone.job.facts.isSameCluster,
            lowestMajorVersion: min(clone.job.facts.majorVersion, database.worker.facts.majorVersion))
        do throws(PostgresError) {
            return try await leader.onSource {
                [selection = clone.selection, division = clone.division, roles] (source) throws(PostgresError) in
                let snapshot = try SourceSnapshot.take(
                    on: source, format: format, wanted: selection, division: division)
                let objects =
                    selection.schemaOnly ? LargeObjects() : try LargeObjects.read(on: source, roles: roles)
                let found = try source.query("SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'public'")
                return Look(snapshot: snapshot, largeObjects: objects, hasPublicSchema: !found.isEmpty)
            }
        } catch {
            throw error.sqlState == nil
                ? .failed(.sourceUnreachable, "The source cannot be reached: \(error)")
                : OperationError(streaming: error)
        }
    }

    private func schema(at snapshot: SourceSnapshot) async throws(OperationError) -> (
        PreData, PostData, SchemaArchive
    ) {
        let facts: ConnectionFacts
        do throws(PostgresError) {
            facts = try await leader.onSource { (source) throws(PostgresError) in source.facts }
        } catch {
            throw OperationError(streaming: error)
        }
        let job = clone.job
        let filter = DumpFilter(roles: job.filtering(roles))
        do throws(ToolError) {
            let programs = try await job.settings.programs.recentEnough(for: job.facts.majorVersion)
            let archive = try await SchemaArchive.make(
                of: job.sourceEndpoint(facts), at: snapshot, programs: programs,
                keepsTablespaces: job.facts.isSameCluster,
                wantsStatistics: !clone.selection.schemaOnly && database.worker.facts.majorVersion >= 18,
                watch: ReachabilityWatch(side: .source, parameters: job.sourceParameters, logger: job.logger))
            do throws(ToolError) {
                async let pre = archive.result(.preData)
                async let post = archive.result(.postData)
                let (before, after) = try Self.sorted(
                    await pre.get(), await post.get(), tables: snapshot.names, filter: filter)
                return (before, after, archive)
            } catch {
                archive.remove()
                throw error
            }
        } catch {
            throw OperationError(error)
        }
    }

    private static func sorted(
        _ pre: SchemaText, _ post: SchemaText, tables: Set<PostData.TableName>, filter: DumpFilter
    ) throws(ToolError) -> (PreData, PostData) {
        do throws(RoleFilterRefusal) {
            return (try PreData(pre, filter: filter), try PostData(post, tables: tables, filter: filter))
        } catch {
            throw .roleMissing(error)
        }
    }
}

extension OperationError {
    /// What a failure of one of a clone's sessions is for the operation.
    init(streaming error: PostgresError) {
        self = .failed(.cloneFailed, error.description)
    }
}
