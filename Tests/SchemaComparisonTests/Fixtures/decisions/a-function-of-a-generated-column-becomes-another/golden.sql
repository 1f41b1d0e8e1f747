-- drop function public.l(integer) ! untrackable_dependency
-- create function public.l(integer, integer)
-- rebuild column public.t.g: what it depends on changes ! access_exclusive_lock table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite
ALTER TABLE public.t DROP COLUMN g;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.l(integer);

CREATE OR REPLACE FUNCTION public.l(a integer, b integer DEFAULT 0)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a$function$;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS (public.l(n)) STORED;

COMMIT;
