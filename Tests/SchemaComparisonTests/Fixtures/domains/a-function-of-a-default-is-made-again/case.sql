--- from
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE DOMAIN d AS int DEFAULT f();
CREATE TABLE t (x d);
--- to
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE DOMAIN d AS int DEFAULT f();
CREATE TABLE t (x d);
--- rows
INSERT INTO t VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '1' FROM (TABLE t) AS x;
