--- from
CREATE TABLE t (a int);
CREATE TABLE h (x t);
--- to
CREATE TABLE t (a int, b int DEFAULT 5 NOT NULL);
CREATE TABLE h (x t);
--- rows
INSERT INTO h VALUES (ROW(1));
INSERT INTO t VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (SELECT (x).a FROM h) AS x;
