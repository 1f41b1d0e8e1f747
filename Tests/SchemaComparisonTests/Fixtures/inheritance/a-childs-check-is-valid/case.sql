--- from
CREATE TABLE p (k int);
CREATE TABLE p1 () INHERITS (p);
--- to
CREATE TABLE p (k int);
ALTER TABLE p ADD CONSTRAINT c CHECK (k > 0) NOT VALID;
CREATE TABLE p1 () INHERITS (p);
--- rows
INSERT INTO p1 VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (TABLE p) AS x;
