--- from
CREATE COLLATION co (provider = libc, locale = 'C');
CREATE DOMAIN d AS text COLLATE co;
CREATE TABLE t (a d);
--- to
CREATE COLLATION co (provider = libc, locale = 'POSIX');
CREATE DOMAIN d AS text COLLATE co;
CREATE TABLE t (a d);
--- rows
INSERT INTO t VALUES ('a');
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(a)' FROM (TABLE t) AS x;
