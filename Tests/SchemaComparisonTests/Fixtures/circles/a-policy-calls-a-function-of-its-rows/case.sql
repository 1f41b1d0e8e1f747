--- from
CREATE TABLE t (a int);
CREATE FUNCTION f(t) RETURNS bool LANGUAGE sql STABLE AS 'SELECT true';
CREATE POLICY p ON t USING (f(t));
--- to

