-- alter schema s: owner tester -> app_owner ! authorization_change
-- create enum s.e
-- create sequence s.fresh_a_seq
-- alter function public.f(): owner tester -> app_owner ! authorization_change
-- alter table public.t: owner tester -> app_owner; privileges ! authorization_change
-- create table s.fresh
-- create sequence ownership s.fresh_a_seq
-- create view s.v

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TYPE s.e AS ENUM (
    'a'
);

CREATE SEQUENCE s.fresh_a_seq
    AS integer;

CREATE TABLE s.fresh (
    a integer DEFAULT nextval('s.fresh_a_seq'::regclass) NOT NULL
);

ALTER SEQUENCE s.fresh_a_seq OWNED BY s.fresh.a;

CREATE VIEW s.v AS
 SELECT 1 AS one;

-- hazard: authorization_change
ALTER SCHEMA s OWNER TO app_owner;

ALTER TYPE s.e OWNER TO app_owner;

-- hazard: authorization_change
ALTER FUNCTION public.f() OWNER TO app_owner;

-- hazard: authorization_change
ALTER TABLE public.t OWNER TO app_owner;

ALTER TABLE s.fresh OWNER TO app_owner;

ALTER VIEW s.v OWNER TO app_owner;

COMMIT;
