/// One step of the control database's schema. Steps are only ever added.
struct Migration: Sendable {
    /// Its number, counted from 1 without gaps.
    let version: Int
    /// The statements.
    let sql: String

    /// All steps, in order.
    static let all = [
        Migration(
            version: 1,
            sql: """
                -- Starts anywhere, so that a control database that is made anew, or another one of the same cluster, does
                -- not give out the numbers (and so the temporary databases) of this one.
                CREATE SEQUENCE ayb.operation AS bigint;
                SELECT setval('ayb.operation', floor(random() * 2 ^ 52)::bigint + 1);

                CREATE TABLE ayb.branch (
                    id              text PRIMARY KEY,
                    name            text NOT NULL CONSTRAINT branch_name_key UNIQUE,
                    branch_database text NOT NULL CONSTRAINT branch_database_key UNIQUE,
                    source_database text NOT NULL,
                    status          text NOT NULL CHECK (status IN ('creating', 'ready', 'failed')),
                    phase           text,
                    failure         text,
                    error_message   text,
                    operation       bigint NOT NULL,
                    strategy        text,
                    strategy_reason text,
                    bytes_done      bigint NOT NULL DEFAULT 0,
                    bytes_total     bigint NOT NULL DEFAULT 0,
                    size_bytes      bigint,
                    database_oid    oid,
                    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
                    updated_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
                    CHECK ((status = 'creating') <= (phase IS NOT NULL)),
                    CHECK ((status = 'failed') = (failure IS NOT NULL))
                );

                COMMENT ON TABLE ayb.branch IS 'One row a branch. A branch database exists if and only if its row is ready.';

                -- A temporary database is made outside a transaction. A row here is written before, and goes after the
                -- database is published or dropped: so what a killed server left can be told from what is not ours.
                CREATE TABLE ayb.temporary_database (
                    operation  bigint PRIMARY KEY,
                    branch_id  text NOT NULL,
                    database   text NOT NULL UNIQUE,
                    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
                );
                """),
        Migration(
            version: 2,
            sql: """
                ALTER TABLE ayb.branch
                    ADD COLUMN tables_done   bigint,
                    ADD COLUMN tables_total  bigint,
                    ADD COLUMN indexes_done  bigint,
                    ADD COLUMN indexes_total bigint,
                    ADD COLUMN seconds_left  double precision;
                """),
        Migration(
            version: 3,
            sql: """
                -- The number of its database identifies a branch from here on, and not its comment. Each change of a record
                -- wrote the number of whatever had the name; what is not known to be ours is forgotten.
                UPDATE ayb.branch AS b SET database_oid = NULL
                WHERE NOT EXISTS (
                    SELECT FROM pg_catalog.pg_database AS d
                    WHERE d.oid = b.database_oid AND d.datname = b.branch_database
                      AND pg_catalog.shobj_description(d.oid, 'pg_database') = 'ayb branch ' || b.id);
                """),
        Migration(
            version: 4,
            sql: """
                -- The id of the key that made it; NULL for the root token.
                ALTER TABLE ayb.branch ADD COLUMN owner text;
                CREATE INDEX branch_owner_idx ON ayb.branch (owner) WHERE owner IS NOT NULL;

                -- A secret is shown once; only its SHA-256 is kept, and that of the one before while it still works.
                CREATE TABLE ayb.api_key (
                    id              text PRIMARY KEY,
                    name            text NOT NULL,
                    prefix          text NOT NULL,
                    digest          bytea NOT NULL CONSTRAINT api_key_digest_key UNIQUE,
                    previous_digest bytea,
                    previous_until  timestamptz,
                    role            text NOT NULL,
                    limits          text NOT NULL,
                    created_by      text NOT NULL,
                    created_at      timestamptz NOT NULL,
                    expires_at      timestamptz,
                    last_used_at    timestamptz,
                    last_used_from  text,
                    revoked_at      timestamptz,
                    CHECK ((previous_digest IS NULL) = (previous_until IS NULL))
                );
                CREATE UNIQUE INDEX api_key_name_key ON ayb.api_key (name) WHERE revoked_at IS NULL;
                CREATE INDEX api_key_previous_digest_idx ON ayb.api_key (previous_digest);

                CREATE TABLE ayb.audit (
                    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    at         timestamptz NOT NULL,
                    actor      text NOT NULL,
                    actor_name text,
                    action     text NOT NULL,
                    branch     text,
                    subject    text,
                    result     text NOT NULL,
                    request_id text,
                    address    text
                );
                CREATE INDEX audit_at_idx ON ayb.audit (at);
                CREATE INDEX audit_branch_idx ON ayb.audit (branch, id) WHERE branch IS NOT NULL;
                """),
        Migration(
            version: 5,
            sql: """
                -- The transaction that wrote a row last. Commits do not come in the order of these numbers, nor would they in
                -- that of a sequence; but a snapshot says which of them can still come (BranchChangeLog).
                ALTER TABLE ayb.branch ADD COLUMN revision bigint NOT NULL
                    DEFAULT (pg_catalog.pg_current_xact_id()::text)::bigint;

                -- The last branches that were removed.
                CREATE TABLE ayb.removed_branch (
                    id       text PRIMARY KEY,
                    name     text NOT NULL,
                    revision bigint NOT NULL DEFAULT (pg_catalog.pg_current_xact_id()::text)::bigint
                );
                """),
        Migration(
            version: 6,
            sql: """
                -- The PostgreSQL role of a branch, and what it can reach elsewhere; its password is not for those who may read
                -- the records. Role and row are made in one transaction, and go in one.
                ALTER TABLE ayb.branch
                    ADD COLUMN login_role            text,
                    ADD COLUMN login_connects        boolean NOT NULL DEFAULT false,
                    ADD COLUMN login_reads_elsewhere text;

                CREATE TABLE ayb.branch_login (
                    branch_id text PRIMARY KEY,
                    role      text NOT NULL UNIQUE,
                    owner     text NOT NULL,
                    password  text NOT NULL
                );
                """),
        Migration(
            version: 7,
            sql: """
                -- The cookie of a browser is not kept, only its SHA-256. The credential is the digest of the key's secret that
                -- it signed in with: where the key has another one, the session is over. key_id is NULL for the root.
                CREATE TABLE ayb.session (
                    id           text PRIMARY KEY,
                    digest       bytea NOT NULL CONSTRAINT session_digest_key UNIQUE,
                    key_id       text,
                    credential   bytea NOT NULL,
                    created_at   timestamptz NOT NULL,
                    last_seen_at timestamptz NOT NULL,
                    expires_at   timestamptz NOT NULL,
                    address      text,
                    user_agent   text
                );
                CREATE INDEX session_key_id_idx ON ayb.session (key_id);

                CREATE TABLE ayb.sign_in_code (
                    digest     bytea PRIMARY KEY,
                    key_id     text,
                    credential bytea NOT NULL,
                    expires_at timestamptz NOT NULL
                );

                ALTER TABLE ayb.audit ADD COLUMN session text;
                """),
        Migration(
            version: 8,
            sql: """
                -- What a request with an Idempotency-Key made: the id of a branch, or of an API key.
                CREATE TABLE ayb.idempotency_key (
                    digest      text PRIMARY KEY,
                    actor       text NOT NULL,
                    fingerprint text NOT NULL,
                    target      text NOT NULL,
                    created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
                );
                CREATE INDEX idempotency_key_created_at_idx ON ayb.idempotency_key (created_at);
                """),
    ]
}
