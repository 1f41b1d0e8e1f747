--- from
CREATE TYPE span AS RANGE (subtype = float8);
CREATE FUNCTION f(span) RETURNS int LANGUAGE sql AS 'SELECT 1';
--- to
CREATE TYPE span AS RANGE (subtype = numeric);
CREATE FUNCTION f(span) RETURNS int LANGUAGE sql AS 'SELECT 1';
