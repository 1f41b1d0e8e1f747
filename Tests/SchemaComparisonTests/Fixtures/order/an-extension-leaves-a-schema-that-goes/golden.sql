-- create schema n
-- drop schema o
-- alter extension citext: schema o -> n

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE SCHEMA n;

ALTER EXTENSION citext SET SCHEMA n;

DROP SCHEMA o;

COMMIT;
