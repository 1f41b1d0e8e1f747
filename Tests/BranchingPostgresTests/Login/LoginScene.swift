import BranchingCore
import BranchingPostgres
import TestSupport

/// A cluster and a source with everything that a login has to take over, and a service that makes logins.
enum LoginScene {
    /// What the source's owner has.
    static let source = [
        "CREATE TYPE mood AS ENUM ('fine')", "CREATE DOMAIN positive AS integer CHECK (value > 0)",
        "CREATE TYPE pair AS (a integer, b integer)", "CREATE TYPE span AS RANGE (subtype = integer)",
        "CREATE TABLE t (id serial PRIMARY KEY, m mood, n positive, g integer GENERATED ALWAYS AS IDENTITY)",
        "INSERT INTO t (m) VALUES ('fine')", "CREATE TABLE parted (a integer) PARTITION BY RANGE (a)",
        "CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10)", "CREATE VIEW v AS SELECT id FROM t",
        "CREATE MATERIALIZED VIEW mv AS SELECT id FROM t", "CREATE SEQUENCE s",
        "CREATE FUNCTION one(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE PROCEDURE run() LANGUAGE sql AS 'SELECT 1'",
        "CREATE AGGREGATE total(integer) (sfunc = int4pl, stype = integer)",
        "CREATE OPERATOR === (leftarg = integer, rightarg = integer, function = int4eq)",
        "CREATE COLLATION \"a b\" (locale = 'C')", "CREATE TEXT SEARCH DICTIONARY words (template = simple)",
        "CREATE TEXT SEARCH CONFIGURATION search (parser = \"default\")", "CREATE STATISTICS st ON id, n FROM t",
        "CREATE CONVERSION cv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8", "CREATE PUBLICATION p FOR TABLE t",
        "SELECT lo_from_bytea(4711, 'x')", "CREATE SCHEMA \"App\" CREATE TABLE u (a integer)",
        "GRANT SELECT ON t TO outsider", "GRANT SELECT (a) ON parted TO outsider",
        "GRANT USAGE ON SCHEMA \"App\" TO outsider", "REVOKE TRUNCATE ON t FROM app_owner",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA \"App\" GRANT SELECT ON TABLES TO outsider",
        "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
        "ALTER TABLE \"App\".u ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY mine ON \"App\".u TO app_owner, outsider USING (true)",
    ]

    /// What a third role has in the source, and lets its owner use. The service's role is a member of it.
    static let others = """
        CREATE ROLE other; GRANT other TO \(TestCluster.loginServerRole);
        """
    static let othersObjects = """
        CREATE SCHEMA theirs AUTHORIZATION other; SET ROLE other; CREATE TABLE theirs.x (a integer);
        GRANT SELECT ON theirs.x TO app_owner; GRANT USAGE, CREATE ON SCHEMA theirs TO app_owner;
        RESET ROLE;
        """

    /// Statements that only an owner may run, over all kinds of objects.
    static let corpus = [
        "INSERT INTO t (m) VALUES ('fine')", "ALTER TABLE t ADD extra text DEFAULT 'x'",
        "ALTER TABLE t ALTER n TYPE bigint", "ALTER TABLE t DROP COLUMN g", "CREATE INDEX ON t (extra)",
        "ALTER TABLE t ADD CHECK (id > 0)", "ALTER TABLE t RENAME extra TO more", "COMMENT ON TABLE t IS 'mine'",
        "ALTER TABLE t ENABLE ROW LEVEL SECURITY", "CREATE POLICY all_rows ON t USING (true)",
        "DROP POLICY all_rows ON t", "ALTER TABLE t DISABLE ROW LEVEL SECURITY",
        "CREATE FUNCTION noop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE TRIGGER on_t BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION noop()",
        "CREATE RULE quiet AS ON DELETE TO t DO INSTEAD NOTHING", "DROP RULE quiet ON t",
        "CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM (10) TO (20)",
        "ALTER TABLE parted DETACH PARTITION parted_1", "CREATE OR REPLACE VIEW v AS SELECT id, m FROM t",
        "REFRESH MATERIALIZED VIEW mv", "ALTER MATERIALIZED VIEW mv RENAME TO mv2", "ALTER SEQUENCE s RESTART WITH 5",
        "SELECT nextval('s')", "ALTER TYPE mood ADD VALUE 'better'", "ALTER DOMAIN positive SET DEFAULT 1",
        "ALTER TYPE pair ADD ATTRIBUTE c integer", "ALTER TYPE span RENAME TO spans",
        "CREATE OR REPLACE FUNCTION one(integer) RETURNS integer LANGUAGE sql AS 'SELECT 2'",
        "ALTER PROCEDURE run() RENAME TO run2", "ALTER AGGREGATE total(integer) RENAME TO sum_up",
        "DROP OPERATOR === (integer, integer)", "ALTER COLLATION \"a b\" RENAME TO c",
        "ALTER TEXT SEARCH DICTIONARY words RENAME TO words2", "ALTER TEXT SEARCH CONFIGURATION search RENAME TO find",
        "ALTER STATISTICS st RENAME TO st2", "ALTER CONVERSION cv RENAME TO cv2",
        "ALTER PUBLICATION p ADD TABLE parted_1", "SELECT lo_unlink(4711)", "ALTER SCHEMA \"App\" RENAME TO app2",
        "CREATE SCHEMA fresh CREATE TABLE f (a integer)", "GRANT SELECT ON t TO app_owner",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app_owner", "SELECT count(*) FROM theirs.x",
        "CREATE TABLE theirs.made (a integer)", "CREATE TABLE public.made (a integer)",
        "ALTER DATABASE \"$branch\" SET work_mem = '5MB'", "DROP SCHEMA app2 CASCADE", "ANALYZE t",
    ]

    /// Runs a service that makes logins, on its own cluster.
    static func run<Value: Sendable>(
        version: TestedVersion? = nil, logins: Bool = true,
        source: [String] = ["CREATE TABLE t (a integer)", "INSERT INTO t VALUES (1)"],
        role: TestCluster.ServerRole = .withLogins, prepare: (TestCluster) async throws -> Void = { _ in },
        _ body: @Sendable (BranchServiceHarness) async throws -> Value
    ) async throws -> Value {
        let cluster = try await TestCluster.fresh(version: version)
        try await prepare(cluster)
        return try await BranchServiceHarness.run(
            on: cluster, as: role, source: source, configure: { $0.logins = logins }, body)
    }
}

extension BranchServiceHarness {
    /// Runs SQL in a database as the login of a branch.
    @discardableResult
    func asLogin(of name: BranchName, _ sql: String, database: String? = nil) async throws -> String {
        let connection = try await service.connection(to: name)
        let password = connection.password ?? Secret("")
        return try await cluster.psql(
            sql, database: database ?? name.databaseName, user: connection.user, password: password)
    }

    /// The logins that the cluster has.
    func logins() async throws -> [String] {
        try await cluster.psql("SELECT rolname FROM pg_roles WHERE rolname LIKE 'ayb\\_login\\_%' ORDER BY 1")
            .split(separator: "\n").map(String.init)
    }
}
