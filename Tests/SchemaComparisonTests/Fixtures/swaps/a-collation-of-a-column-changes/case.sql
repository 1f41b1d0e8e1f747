--- from
CREATE COLLATION c (provider = libc, locale = 'C');
CREATE TABLE t (a text COLLATE c);
--- to
CREATE COLLATION c (provider = libc, locale = 'POSIX');
CREATE TABLE t (a text COLLATE c);
--- rows
INSERT INTO t VALUES ('a');
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(a)' FROM (TABLE t) AS x;
