--- from
CREATE FUNCTION f(int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE DOMAIN d AS int CHECK (f(VALUE));
CREATE TABLE t (x d);
--- to
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE DOMAIN d AS int CHECK (f(VALUE) > 0);
CREATE TABLE t (x d);
--- rows
INSERT INTO t VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '1' FROM (TABLE t) AS x;
