--- from
CREATE COLLATION co (provider = libc, locale = 'C');
CREATE TYPE c AS (a text COLLATE co);
CREATE TABLE t (a c);
--- to
CREATE COLLATION co (provider = libc, locale = 'POSIX');
CREATE TYPE c AS (a text COLLATE co);
CREATE TABLE t (a c);
--- rows
INSERT INTO t VALUES (ROW('a'));
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '("(a)")' FROM (TABLE t) AS x;
