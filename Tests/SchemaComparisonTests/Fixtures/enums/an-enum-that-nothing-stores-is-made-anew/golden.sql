-- rebuild enum public.state: label 'old' removed
-- rebuild function public.f(public.state): what it depends on changes ! untrackable_dependency

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.f(public.state);

DROP TYPE public.state;

CREATE TYPE public.state AS ENUM (
    'new'
);

CREATE OR REPLACE FUNCTION public.f(public.state)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

COMMIT;
