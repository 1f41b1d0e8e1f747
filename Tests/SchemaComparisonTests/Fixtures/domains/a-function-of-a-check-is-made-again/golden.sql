-- alter domain public.d: constraint d_check CHECK (public.f(VALUE)) -> CHECK ((public.f(VALUE) > 0)) ! full_scan_under_lock may_fail_on_data
-- rebuild function public.f(integer): returns boolean -> integer ! untrackable_dependency

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.f(integer);

CREATE OR REPLACE FUNCTION public.f(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT 1$function$;

-- hazard: may_fail_on_data: It fails if a value does not meet the condition.
-- hazard: full_scan_under_lock
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((public.f(VALUE) > 0));

COMMIT;
