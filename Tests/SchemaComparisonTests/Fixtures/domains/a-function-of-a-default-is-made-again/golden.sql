-- alter domain public.d
-- rebuild function public.f(): returns integer -> bigint ! untrackable_dependency

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER DOMAIN public.d DROP DEFAULT;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.f();

CREATE OR REPLACE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;

ALTER DOMAIN public.d SET DEFAULT public.f();

COMMIT;
