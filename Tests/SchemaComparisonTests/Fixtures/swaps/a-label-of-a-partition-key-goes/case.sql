--- from
CREATE TYPE e AS ENUM ('a','b');
CREATE TABLE p (s e) PARTITION BY LIST (s);
CREATE TABLE p_a PARTITION OF p FOR VALUES IN ('a');
--- to
CREATE TYPE e AS ENUM ('a');
CREATE TABLE p (s e) PARTITION BY LIST (s);
CREATE TABLE p_a PARTITION OF p FOR VALUES IN ('a');
--- rows
INSERT INTO p VALUES ('a');
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(a)' FROM (TABLE p) AS x;
