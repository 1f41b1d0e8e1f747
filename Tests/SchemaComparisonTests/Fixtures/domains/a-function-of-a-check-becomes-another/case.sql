--- from
CREATE FUNCTION l(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE DOMAIN d AS int CHECK (l(VALUE) > 0);
CREATE TABLE t (n d);
--- to
CREATE FUNCTION l(a int, b int DEFAULT 0) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE DOMAIN d AS int CHECK (l(VALUE) > 0);
CREATE TABLE t (n d);
--- rows
INSERT INTO t VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (TABLE t) AS x;
