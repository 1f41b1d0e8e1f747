--- from
CREATE TABLE t (a int);
CREATE DOMAIN d AS t;
CREATE TABLE h (c d);
--- to
CREATE TABLE t (a bigint);
CREATE DOMAIN d AS t;
CREATE TABLE h (c d);
--- rows
INSERT INTO h VALUES (ROW(1));
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '("(1)")' FROM (SELECT c FROM h) AS x;
