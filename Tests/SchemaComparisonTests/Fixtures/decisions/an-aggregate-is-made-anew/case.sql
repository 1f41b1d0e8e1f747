--- from
CREATE FUNCTION add(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total(int) (SFUNC = add, STYPE = int);
CREATE VIEW v AS SELECT total(x) FROM (VALUES (1), (2)) AS t (x);
--- to
CREATE FUNCTION add(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total(int) (SFUNC = add, STYPE = int, INITCOND = '5');
CREATE VIEW v AS SELECT total(x) FROM (VALUES (1), (2)) AS t (x);
