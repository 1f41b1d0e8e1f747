--- from
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE TABLE h (c v);
--- to
CREATE TABLE t (a bigint);
CREATE VIEW v AS SELECT a FROM t;
CREATE TABLE h (c v);
--- rows
INSERT INTO h VALUES (ROW(1));
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '("(1)")' FROM (SELECT c FROM h) AS x;
