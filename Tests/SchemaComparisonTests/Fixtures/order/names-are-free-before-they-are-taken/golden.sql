-- drop composite type public.pair
-- drop sequence public.counter ! deletes_data
-- drop function public.f() ! untrackable_dependency
-- create procedure public.f()
-- create table public.a_name
-- create table public.pair
-- create view public.counter
-- drop view public.thing
-- create materialized view public.thing ! matview_refresh
-- drop index public.a_name ! access_exclusive_lock
-- rebuild check constraint public.t.one: UNIQUE (id) -> CHECK ((id > 0)) ! full_scan_under_lock index_gap may_fail_on_data
-- rebuild unique constraint public.t.two: CHECK ((id > 0)) -> UNIQUE (other) ! access_exclusive_lock index_build may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: index_gap: Nothing enforces public.t.one until it exists again.
ALTER TABLE public.t DROP CONSTRAINT one;

ALTER TABLE public.t DROP CONSTRAINT two;

-- hazard: access_exclusive_lock
DROP INDEX public.a_name;

DROP VIEW public.thing;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.f();

-- hazard: deletes_data: Its position is lost.
DROP SEQUENCE public.counter;

DROP TYPE public.pair;

CREATE OR REPLACE PROCEDURE public.f()
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

CREATE TABLE public.a_name (
    x integer
);

CREATE TABLE public.pair (
    a integer
);

CREATE VIEW public.counter AS
 SELECT 1 AS one;

-- hazard: matview_refresh
CREATE MATERIALIZED VIEW public.thing AS
 SELECT t.id
   FROM public.t
WITH DATA;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ADD CONSTRAINT one CHECK ((id > 0));

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.t ADD CONSTRAINT two UNIQUE (other);

COMMIT;
