import AybConfiguration
import BranchingPostgres
import Logging

/// The private PostgreSQL of a server without a database URL.
struct EmbeddedDatabase {
    let cluster: EmbeddedCluster
    let endpoint: EmbeddedCluster.Endpoint

    /// Starts it, or adopts a running one; nil if it is not wanted.
    static func start(_ configuration: Configuration, home: AybHome, logger: Logger) async throws(StartError)
        -> EmbeddedDatabase?
    {
        let database = configuration.database
        guard database.url == nil, database.embedded, configuration.branching.enabled else { return nil }
        let directory = database.embeddedDataDirectory ?? home.postgres
        if let weakness = try? WriteAccess().weakness(of: directory) {
            throw .configuration("database.embedded_data_dir: \(weakness.text(for: directory))")
        }
        let cluster = EmbeddedCluster(
            configuration: .init(directory: directory, binaryDirectory: database.binDirectory),
            logger: Logger(label: "ayb.cluster"))
        do {
            let endpoint = try await cluster.start()
            logger.info("the private PostgreSQL runs", metadata: ["port": "\(endpoint.port)"])
            return EmbeddedDatabase(cluster: cluster, endpoint: endpoint)
        } catch {
            throw StartError(message: "The private PostgreSQL does not start: \(error)")
        }
    }
}
