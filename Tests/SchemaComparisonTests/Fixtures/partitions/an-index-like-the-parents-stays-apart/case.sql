--- from
CREATE TABLE p (k int) PARTITION BY LIST (k);
CREATE INDEX i ON p (k);
CREATE TABLE p1 (k int);
CREATE INDEX local ON p1 (k);
--- to
CREATE TABLE p (k int) PARTITION BY LIST (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX i ON p (k);
CREATE INDEX local ON p1 (k);
--- rows
INSERT INTO p1 VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (TABLE p1) AS x;
