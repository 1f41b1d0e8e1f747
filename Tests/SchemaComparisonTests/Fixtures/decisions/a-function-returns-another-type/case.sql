--- from
CREATE FUNCTION level(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x + 1';
CREATE TABLE t (a int, b int DEFAULT level(1), CHECK (level(a) > 0));
CREATE INDEX t_level ON t ((level(a)));
CREATE VIEW v AS SELECT a, level(a) FROM t;
CREATE FUNCTION a_twice(x int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT level(level(x)::int); END;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (level(b) > 0);
REVOKE EXECUTE ON FUNCTION level FROM PUBLIC;
GRANT EXECUTE ON FUNCTION level TO pg_monitor;
--- to
CREATE FUNCTION level(x int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT x + 1';
CREATE TABLE t (a int, b int DEFAULT level(1), CHECK (level(a) > 0));
CREATE INDEX t_level ON t ((level(a)));
CREATE VIEW v AS SELECT a, level(a) FROM t;
CREATE FUNCTION a_twice(x int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT level(level(x)::int); END;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (level(b) > 0);
REVOKE EXECUTE ON FUNCTION level FROM PUBLIC;
GRANT EXECUTE ON FUNCTION level TO pg_monitor;
--- rows
INSERT INTO t VALUES (1);
--- proof
SELECT level = 2 FROM v;
