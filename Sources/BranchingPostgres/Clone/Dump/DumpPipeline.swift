package import DumpText
package import PostgresTools
import Subprocess
import SystemPackage

/// Copies a database into an empty one by `pg_dump | psql`, without a file in between.
///
/// The two programs are children of this process, and the dump goes through it, so that its bytes can be counted and
/// its roles filtered. What psql did before a failure stays in the target: the caller drops that.
package struct DumpPipeline: Sendable {
    package var source: ToolEndpoint
    package var target: ToolEndpoint
    package var options: DumpOptions
    /// Called with the length of the dump so far, in bytes, some thousand times a second, on another thread.
    package var onBytes: @Sendable (Int64) -> Void

    package init(
        source: ToolEndpoint, target: ToolEndpoint, options: DumpOptions = DumpOptions(),
        onBytes: @escaping @Sendable (Int64) -> Void = { _ in }
    ) {
        self.source = source
        self.target = target
        self.options = options
        self.onBytes = onBytes
    }

    /// Runs both programs until the copy is whole or has failed; neither outlives the call.
    ///
    /// - Throws: What failed first; ``ToolError/cancelled`` if the task was cancelled.
    package func run() async throws -> DumpSummary {
        PrivateDirectory.removeLeftovers(in: PrivateDirectory.parent)
        let directory = try PrivateDirectory(in: PrivateDirectory.parent)
        defer { directory.remove() }
        let dump = try ToolRun(
            .pgDump, at: options.pgDumpPath, arguments: options.dumpArguments, connectingTo: source, in: directory,
            hidingAlso: [target])
        let restore = try ToolRun(
            .psql, at: options.psqlPath, arguments: options.restoreArguments, connectingTo: target, in: directory,
            hidingAlso: [source])
        let dumped = try ProcessPipe()
        let restored = try ProcessPipe()
        let relay = try DumpRelay(
            from: dumped.readEnd, to: restored.writeEnd,
            screen: DumpScreen(
                commands: CommandGuard(requiresRestriction: options.requiresRestriction),
                filter: DumpFilter(roles: options.targetRoles)),
            onBytes: onBytes)

        let parts = [
            Part { .dump(await Self.run(dump, writingTo: dumped.writeEnd)) },
            Part {
                .restore(await Self.run(restore, readingFrom: restored.readEnd), afterSource: relay.sourceHasEnded)
            },
            Part {
                .relay(
                    await withTaskCancellationHandler {
                        await relay.run()
                    } onCancel: {
                        relay.stop()
                    })
            },
        ]
        let (verdict, outcome) = await withTaskGroup(of: Event.self) { group in
            for part in parts { group.addTask(operation: part.run) }
            return await Self.judge(&group)
        }
        if let failure = verdict.conclusion {
            throw Task.isCancelled ? ToolError.cancelled : failure
        }
        guard let outcome else { throw ToolError.cancelled }
        return DumpSummary(bytes: outcome.bytes, leftOut: outcome.leftOut)
    }
}

// MARK: - The parts

extension DumpPipeline {
    private enum Event: Sendable {
        case dump(ToolOutcome)
        case restore(ToolOutcome, afterSource: Bool)
        case relay(DumpRelay.Outcome)
    }

    private struct Part {
        var run: @Sendable () async -> Event
    }

    /// Waits for the parts to end, and ends the others if one fails.
    private static func judge(_ group: inout TaskGroup<Event>) async -> (DumpVerdict, DumpRelay.Outcome?) {
        var verdict = DumpVerdict()
        var outcome: DumpRelay.Outcome?
        for await event in group {
            let action: DumpVerdict.Action
            switch event {
            case .dump(let end): action = verdict.dumpEnded(end)
            case .restore(let end, let afterSource): action = verdict.restoreEnded(end, afterSource: afterSource)
            case .relay(let end):
                outcome = end
                action = verdict.relayEnded(end.end)
            }
            if action == .stop { group.cancelAll() }
        }
        return (verdict, outcome)
    }

    private static func run(_ tool: ToolRun, writingTo end: OwnedDescriptor) async -> ToolOutcome {
        await tool.outcome(
            input: .none, output: .fileDescriptor(end.descriptor, closeAfterSpawningProcess: false),
            started: { end.close() })
    }

    private static func run(_ tool: ToolRun, readingFrom end: OwnedDescriptor) async -> ToolOutcome {
        await tool.outcome(
            input: .fileDescriptor(end.descriptor, closeAfterSpawningProcess: false), output: .discarded,
            started: { end.close() })
    }
}

/// The outcome of a dump.
package struct DumpSummary: Sendable, Hashable {
    /// The length of the dump, in bytes.
    package var bytes: Int64
    /// What was left out because of missing roles.
    package var leftOut: RoleFilterReport
}
