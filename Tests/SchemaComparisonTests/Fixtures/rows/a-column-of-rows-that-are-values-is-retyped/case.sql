--- from
CREATE TABLE t (a int);
CREATE TABLE h (x t, y t[]);
--- to
CREATE TABLE t (a bigint);
CREATE TABLE h (x t, y t[]);
--- rows
INSERT INTO h VALUES (ROW(1), ARRAY[ROW(2)::t]);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1,2)' FROM (SELECT (x).a, (y[1]).a FROM h) AS x;
