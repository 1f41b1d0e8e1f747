--- from
CREATE TABLE t (id int, other int, CONSTRAINT one UNIQUE (id), CONSTRAINT two CHECK (id > 0));
CREATE INDEX a_name ON t (other);
CREATE VIEW thing AS SELECT id FROM t;
CREATE TYPE pair AS (a int);
CREATE SEQUENCE counter;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
--- to
CREATE TABLE t (id int, other int, CONSTRAINT two UNIQUE (other), CONSTRAINT one CHECK (id > 0));
CREATE TABLE a_name (x int);
CREATE MATERIALIZED VIEW thing AS SELECT id FROM t;
CREATE TABLE pair (a int);
CREATE VIEW counter AS SELECT 1 AS one;
CREATE PROCEDURE f() LANGUAGE sql AS 'SELECT 1';
