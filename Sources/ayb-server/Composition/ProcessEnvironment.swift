import FoundationEssentials
import Glibc

/// This process's environment.
enum ProcessEnvironment {
    /// libpq and PostgreSQL's programs read `PG*`: leftovers from a shell must not change where we connect, or lend our
    /// credentials to a source that a user names.
    static func clearPostgresVariables() {
        for name in ProcessInfo.processInfo.environment.keys where name.hasPrefix("PG") { unsetenv(name) }
    }
}
