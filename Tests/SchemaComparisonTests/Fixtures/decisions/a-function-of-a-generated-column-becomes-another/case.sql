--- from
CREATE FUNCTION l(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE TABLE t (n int, g int GENERATED ALWAYS AS (l(n)) STORED);
--- to
CREATE FUNCTION l(a int, b int DEFAULT 0) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE TABLE t (n int, g int GENERATED ALWAYS AS (l(n)) STORED);
--- rows
INSERT INTO t VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1,1)' FROM (TABLE t) AS x;
