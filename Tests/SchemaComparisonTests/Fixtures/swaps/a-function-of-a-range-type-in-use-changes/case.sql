--- from
CREATE FUNCTION f(a float8, b float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
CREATE TYPE r AS RANGE (subtype = float8, subtype_diff = f);
CREATE TABLE t (a r);
--- to
CREATE FUNCTION f(x float8, b float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
CREATE TYPE r AS RANGE (subtype = float8, subtype_diff = f);
CREATE TABLE t (a r);
--- rows
INSERT INTO t VALUES ('[1,2)');
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '("[1,2)")' FROM (TABLE t) AS x;
