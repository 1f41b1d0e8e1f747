-- alter domain public.d ! full_scan_under_lock may_fail_on_data
-- drop function public.l(integer) ! untrackable_dependency
-- create function public.l(integer, integer)

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.l(integer);

CREATE OR REPLACE FUNCTION public.l(a integer, b integer DEFAULT 0)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a$function$;

-- hazard: may_fail_on_data: It fails if a value does not meet the condition.
-- hazard: full_scan_under_lock
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((public.l(VALUE) > 0));

COMMIT;
