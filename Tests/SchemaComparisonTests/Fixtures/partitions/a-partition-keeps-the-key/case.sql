--- from
CREATE TABLE p (k int PRIMARY KEY) PARTITION BY LIST (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
--- to
CREATE TABLE p (k int) PARTITION BY LIST (k);
CREATE TABLE p1 PARTITION OF p (CONSTRAINT own PRIMARY KEY (k)) FOR VALUES IN (1);
--- rows
INSERT INTO p VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (TABLE p) AS x;
