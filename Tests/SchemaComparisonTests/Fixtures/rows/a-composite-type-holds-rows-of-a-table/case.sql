--- from
CREATE TABLE t (a int);
CREATE TYPE c AS (x t);
CREATE TABLE h (c c);
--- to
CREATE TABLE t (a bigint);
CREATE TYPE c AS (x t);
CREATE TABLE h (c c);
--- rows
INSERT INTO h VALUES (ROW(ROW(1)));
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (SELECT ((c).x).a FROM h) AS x;
