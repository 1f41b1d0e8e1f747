--- version 18
--- from
CREATE TABLE t (a int NOT NULL);
CREATE TABLE s () INHERITS (t);
--- to
CREATE TABLE t (a int NOT NULL);
CREATE TABLE s (CONSTRAINT own NOT NULL a) INHERITS (t);
--- rows
INSERT INTO s VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (TABLE s) AS x;
