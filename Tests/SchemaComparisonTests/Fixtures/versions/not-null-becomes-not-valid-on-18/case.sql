--- version 18
--- from
CREATE TABLE t (a int CONSTRAINT x NOT NULL);
--- to
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT y NOT NULL a NOT VALID;
--- rows
INSERT INTO t VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (TABLE t) AS x;
