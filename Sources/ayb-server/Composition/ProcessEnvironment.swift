import FoundationEssentials
import Glibc

/// The environment of this process.
enum ProcessEnvironment {
    /// libpq and PostgreSQL's programs read `PG*`: what is left of somebody's shell must not change where we connect, nor
    /// lend our credentials to a source that a user names.
    static func clearPostgresVariables() {
        for name in ProcessInfo.processInfo.environment.keys where name.hasPrefix("PG") { unsetenv(name) }
    }
}
