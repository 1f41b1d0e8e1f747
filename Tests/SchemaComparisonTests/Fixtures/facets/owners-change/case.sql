--- both
CREATE SCHEMA s;
--- from
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
GRANT SELECT ON t TO pg_monitor;
--- to
CREATE TABLE t (a int);
GRANT SELECT ON t TO pg_monitor;
ALTER TABLE t OWNER TO app_owner;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f() OWNER TO app_owner;
ALTER SCHEMA s OWNER TO app_owner;
CREATE TABLE s.fresh (a serial);
ALTER TABLE s.fresh OWNER TO app_owner;
CREATE VIEW s.v AS SELECT 1 AS one;
ALTER VIEW s.v OWNER TO app_owner;
CREATE TYPE s.e AS ENUM ('a');
ALTER TYPE s.e OWNER TO app_owner;
