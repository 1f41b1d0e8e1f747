--- from
CREATE TYPE r AS RANGE (subtype = text, collation = "C");
CREATE TABLE t (a r);
--- to
CREATE TYPE r AS RANGE (subtype = text, collation = "POSIX");
CREATE TABLE t (a r);
--- rows
INSERT INTO t VALUES ('[a,b)');
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '("[a,b)")' FROM (TABLE t) AS x;
