-- create schema s
-- create domain s.d
-- create foreign data wrapper w
-- create foreign server v
-- create sequence s.q
-- create procedure s.p()
-- create table s.t
-- alter column s.view.one: privileges
-- create view s.view

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE SCHEMA s;

CREATE DOMAIN s.d AS integer;

CREATE FOREIGN DATA WRAPPER w;

CREATE SERVER v
FOREIGN DATA WRAPPER w;

CREATE SEQUENCE s.q;

CREATE OR REPLACE PROCEDURE s.p()
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

CREATE TABLE s.t (
    a integer
);

CREATE VIEW s.view AS
 SELECT 1 AS one;

GRANT USAGE ON SCHEMA s TO outsider;

REVOKE ALL ON TYPE s.d FROM PUBLIC;

GRANT ALL ON FOREIGN DATA WRAPPER w TO outsider;

GRANT ALL ON FOREIGN SERVER v TO outsider;

GRANT USAGE ON SEQUENCE s.q TO outsider;

GRANT ALL ON PROCEDURE s.p() TO outsider;

REVOKE ALL ON TABLE s.t FROM tester;

GRANT SELECT (one) ON TABLE s.view TO outsider;

COMMIT;
