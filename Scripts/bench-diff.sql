-- What bench-diff.sh compares. With psql's variable `tables`, so many tables of ten columns, each with two indexes, a foreign
-- key, a view and a policy; with `changes`, some change to half of them.
\set ON_ERROR_STOP on
SET synchronous_commit = off;
SET client_min_messages = warning;

\if :{?tables}
-- A transaction for each table, as one holds the locks of all that it makes.
SELECT format(
    $$
    CREATE TABLE t%1$s (
        id bigint PRIMARY KEY,
        parent bigint REFERENCES t%2$s,
        owner name NOT NULL DEFAULT current_user,
        label text NOT NULL DEFAULT 'new',
        note varchar(200),
        price numeric(10, 2),
        amount integer NOT NULL DEFAULT 1,
        is_open boolean NOT NULL DEFAULT true,
        tags text[],
        made_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX t%1$s_label ON t%1$s (label);
    CREATE INDEX t%1$s_open ON t%1$s (made_at, amount) WHERE is_open;
    CREATE VIEW v%1$s AS SELECT id, owner, price * amount AS total FROM t%1$s WHERE is_open;
    ALTER TABLE t%1$s ENABLE ROW LEVEL SECURITY;
    CREATE POLICY own ON t%1$s USING (owner = current_user);
    $$, i, greatest(i - 1, 1))
FROM generate_series(1, :tables) AS i
ORDER BY i
\gexec
\endif

\if :{?changes}
SELECT format(
    CASE i % 10
        WHEN 0 THEN 'ALTER TABLE t%1$s ADD COLUMN extra text NOT NULL DEFAULT ''none'''
        WHEN 1 THEN 'DROP INDEX t%1$s_label; CREATE INDEX t%1$s_label ON t%1$s (label, owner)'
        WHEN 2 THEN 'DROP VIEW v%1$s; ALTER TABLE t%1$s ALTER COLUMN amount TYPE bigint; '
            'CREATE VIEW v%1$s AS SELECT id, owner, price * amount AS total FROM t%1$s WHERE is_open'
        WHEN 3 THEN 'ALTER POLICY own ON t%1$s USING (owner = session_user)'
        ELSE 'CREATE OR REPLACE VIEW v%1$s AS SELECT id, owner, price * amount AS total FROM t%1$s WHERE amount > 0'
    END, i)
FROM generate_series(1, (SELECT count(*) FROM pg_catalog.pg_policy)) AS i
WHERE i % 10 < 5
ORDER BY i
\gexec
\endif
