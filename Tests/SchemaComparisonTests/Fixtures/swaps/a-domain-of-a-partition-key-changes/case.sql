--- from
CREATE DOMAIN d AS int;
CREATE TABLE p (s d) PARTITION BY RANGE (s);
CREATE TABLE p_a PARTITION OF p FOR VALUES FROM (0) TO (9);
--- to
CREATE DOMAIN d AS bigint;
CREATE TABLE p (s d) PARTITION BY RANGE (s);
CREATE TABLE p_a PARTITION OF p FOR VALUES FROM (0) TO (9);
--- rows
INSERT INTO p VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (TABLE p) AS x;
