--- from
CREATE TABLE t (id int);
--- to
CREATE TABLE t (id int, z int);
CREATE FUNCTION good(t) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
ALTER TABLE t ADD CONSTRAINT fine CHECK (good(t.*));
CREATE TABLE a_copy (LIKE t, whole t);
CREATE INDEX ON a_copy (good(whole));
