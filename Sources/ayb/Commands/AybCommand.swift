import ArgumentParser
import BranchingCore

/// The root of the command line.
struct AybCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ayb",
        abstract: "Isolated, writable branches of a PostgreSQL database.",
        discussion: """
            A branch is a full copy of a database, on the PostgreSQL server that you already run: made in seconds, \
            changed without fear, deleted when it is no longer wanted.

            EXAMPLES
              ayb start                          a server with its own PostgreSQL
              ayb branch create feature-auth     a branch of its database
              ayb branch list
              psql "$(ayb branch url feature-auth --password)"
              ayb branch diff feature-auth       what it changed, and the SQL
              ayb branch delete feature-auth

              # a key for each user:
              ayb key create ada --role developer

              ayb dashboard                      the same in a browser

              # branches of your database, without any server:
              export AYB_DATABASE_URL=postgresql://app:secret@db.internal/app
              ayb branch create feature-auth

            WHERE A COMMAND GOES
            The first of these that exists:
              1. --url, a server; or --database-url, a database (never both)
              2. AYB_URL, a server; then AYB_DATABASE_URL, a database
              3. ayb.toml: url in [cli], then url in [database]
              4. the local server, if it runs ('ayb start'), at its Unix socket
              5. a local server that is started now, with a private PostgreSQL
            A server is http://host:port, https://host or unix:///path/to.sock. For a database, a private ayb-server \
            runs on a Unix socket for as long as the command lasts. 'ayb branch diff' of two URLs needs no other \
            database: it starts no local server, and creates nothing.

            WHICH KEY IT USES
            --api-key-file, AYB_API_KEY, or api_key_file in [cli] of ayb.toml. The local server's own key is used for \
            the local server only. No key, and no connection string, is sent to an address that comes from an ayb.toml in the \
            working directory until you trust that file ('ayb trust').

            CONFIGURATION
            The first of: --config, AYB_CONFIG, ./ayb.toml, $XDG_CONFIG_HOME/ayb/ayb.toml (~/.config), \
            /etc/ayb/ayb.toml. A flag overrides the environment, and the environment the file. Every key of the file \
            is also AYB_<SECTION>_<KEY>.
            A file that anybody but you and root can write, or replace, is refused. One that was found in the working \
            directory may set url and output in [cli]; what else it sets counts after 'ayb trust'.

            ENVIRONMENT
              AYB_URL           the server
              AYB_DATABASE_URL  the database to branch
              AYB_API_KEY       the key
              AYB_CONFIG        the configuration file
              AYB_HOME          what a local server keeps;
                                root: /var/lib/ayb, else ~/.local/share/ayb
              SSL_CERT_FILE     your certificate authorities
              NO_COLOR          no colour
              TMPDIR            where the socket of a private server is

            EXIT CODES
              0    done
              1    failed
              2    wrong usage
              3    not confirmed
              4    key missing or refused, or it may not do this
              5    no such branch or key
              6    conflict: it exists, is in use, or is not ready
              7    server unreachable, or PostgreSQL unavailable
              8    timed out
              10   differences found (diff --exit-code)
              130  interrupted

            Results go to stdout, everything else to stderr.
            """,
        version: "ayb \(AybVersion.current)",
        subcommands: [TrustCommand.self, VersionCommand.self],
        groupedSubcommands: [
            CommandGroup(name: "Branches", subcommands: [BranchCommand.self]),
            CommandGroup(
                name: "Access",
                subcommands: [KeyCommand.self, WhoamiCommand.self, AuditCommand.self, DashboardCommand.self]),
            CommandGroup(
                name: "Local server", subcommands: [StartCommand.self, StopCommand.self, StatusCommand.self]),
        ])
}
