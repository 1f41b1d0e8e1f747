import BranchingCore
import Logging
import SQLText

/// The `template` strategy: `CREATE DATABASE … TEMPLATE`.
struct TemplateClone: Sendable {
    let job: CloneJob

    private var source: SourceFacts { job.facts }
    /// The session that creates it; not on a database that is copied.
    private var worker: PostgresConnection { job.worker }
    private var logger: Logger { job.logger }

    /// From this size on, files are copied: two checkpoints cost less than writing everything twice.
    static let fileCopyThreshold: Int64 = 64 << 20

    func run() async throws {
        do {
            if job.request.disconnectSource, source.otherSessions > 0 {
                try await SourceDisconnection(
                    source: source, worker: worker, control: job.session.connection, logger: logger
                ).run { try await create() }
            } else {
                try await create()
            }
        } catch let error as PostgresError {
            throw failure(error)
        }
    }

    private func create() async throws {
        guard copiesFiles, worker.facts.majorVersion >= 18 else { return try await create(options: options) }
        do {
            // Needs a file system with reflink or at least copy_file_range (manual, file_copy_method).
            try await worker.query("SET file_copy_method = 'clone'")
            let start = ContinuousClock.now
            try await create(options: options)
            logger.info(
                "files cloned", metadata: ["bytes": "\(source.sizeBytes ?? 0)", "took": "\(start.duration(to: .now))"])
        } catch let error as PostgresError
            where ["22", "58"].contains(error.sqlState?.errorClass) || error.sqlState == .featureNotSupported
        {
            // Not possible in this build or file system; any other error shows again.
            logger.info("files are copied, not cloned", metadata: ["why": "\(error.message)"])
            try await worker.query("SET file_copy_method = 'copy'")
            try await create(options: options)
        }
    }

    private func create(options: String) async throws {
        // Nobody opens it before it is published, so nothing is left to do in it.
        try await UnpublishedDatabase(name: job.target).create(
            "TEMPLATE \(SQLIdentifier.quoted(source.database))\(options)", on: worker)
    }

    private var copiesFiles: Bool { (source.sizeBytes ?? Self.fileCopyThreshold) >= Self.fileCopyThreshold }

    /// Before 15, copying files was the only way.
    private var options: String {
        guard worker.facts.majorVersion >= 15 else { return "" }
        return " STRATEGY \(copiesFiles ? "FILE_COPY" : "WAL_LOG")"
    }

    private func failure(_ error: PostgresError) -> any Error {
        switch error.sqlState {
        case .objectInUse:
            OperationError.failed(
                .sourceInUse,
                "The source '\(source.database)' is in use, and a template clone needs it alone. Wait until its sessions are gone, let ayb end them, or use another strategy."
            )
        case .lockNotAvailable:
            OperationError.failed(
                .cloneFailed, "The source '\(source.database)' is locked, and cannot be copied whole: \(error)")
        case .invalidCatalogName:
            OperationError.failed(.sourceUnreachable, "The source database '\(source.database)' is gone.")
        default: error
        }
    }
}
