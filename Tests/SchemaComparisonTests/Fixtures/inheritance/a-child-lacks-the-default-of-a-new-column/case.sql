--- from
CREATE TABLE base (a int);
CREATE TABLE sub () INHERITS (base);
--- to
CREATE TABLE base (a int, m int DEFAULT 7);
CREATE TABLE sub () INHERITS (base);
ALTER TABLE sub ALTER m DROP DEFAULT;
--- rows
INSERT INTO sub VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (SELECT a FROM sub) AS x;
