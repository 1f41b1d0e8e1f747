-- rebuild function public.f(public.x): what it depends on changes ! untrackable_dependency
-- create table public.x
-- alter column public.h.c ! access_exclusive_lock may_fail_on_data table_rewrite
-- drop view public.x
-- rebuild view public.y: what it depends on changes

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP VIEW public.y;

-- hazard: table_rewrite: h is rewritten twice.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.h ALTER COLUMN c TYPE jsonb USING pg_catalog.to_jsonb(c);

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.f(public.x);

DROP VIEW public.x;

CREATE TABLE public.x (
    a integer
);

CREATE OR REPLACE FUNCTION public.f(public.x)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- hazard: table_rewrite: h is rewritten twice.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.h ALTER COLUMN c TYPE public.x USING pg_catalog.jsonb_populate_record(NULL::public.x, c);

CREATE VIEW public.y AS
 SELECT x.a
   FROM public.x;

COMMIT;
