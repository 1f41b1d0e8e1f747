--- from
CREATE TYPE r AS RANGE (subtype = text, collation = "C");
CREATE TABLE p (s r) PARTITION BY RANGE (s);
CREATE TABLE p_a PARTITION OF p DEFAULT;
--- to
CREATE TYPE r AS RANGE (subtype = text, collation = "POSIX");
CREATE TABLE p (s r) PARTITION BY RANGE (s);
CREATE TABLE p_a PARTITION OF p DEFAULT;
--- rows
INSERT INTO p VALUES ('[a,b)');
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '("[a,b)")' FROM (TABLE p) AS x;
