--- from
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
--- to
CREATE TABLE p (a int, m int DEFAULT 7) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
ALTER TABLE p1 ALTER m DROP DEFAULT;
--- rows
INSERT INTO p VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (SELECT a FROM p) AS x;
