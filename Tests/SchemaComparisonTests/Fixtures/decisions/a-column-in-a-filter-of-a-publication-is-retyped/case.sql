--- from
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t WHERE (a > 0);
--- to
CREATE TABLE t (a bigint);
CREATE PUBLICATION p FOR TABLE t WHERE (a > 0);
--- rows
INSERT INTO t VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (TABLE t) AS x;
