--- version 18
--- from
CREATE DOMAIN d AS int NOT NULL;
CREATE TABLE t (a d);
--- to
CREATE DOMAIN d AS bigint NOT NULL;
CREATE TABLE t (a d);
--- rows
INSERT INTO t VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (TABLE t) AS x;
