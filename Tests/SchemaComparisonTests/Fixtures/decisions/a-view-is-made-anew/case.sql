--- both
CREATE TABLE t (a int, b int, c int);
--- from
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW aw AS SELECT a FROM v;
GRANT SELECT ON aw TO pg_monitor;
--- to
CREATE VIEW v AS SELECT b, a::bigint FROM t;
CREATE VIEW aw AS SELECT a FROM v;
GRANT SELECT ON aw TO pg_monitor;
