-- rebuild function public.f(integer): definition ! untrackable_dependency
-- rebuild view public.v: query

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP VIEW public.v;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.f(integer);

CREATE OR REPLACE FUNCTION public.f(y integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

CREATE VIEW public.v AS
 SELECT t.b
   FROM public.t;

-- hazard: authorization_change
REVOKE ALL ON FUNCTION public.f(integer) FROM PUBLIC;

COMMENT ON FUNCTION public.f(integer) IS 'kept';

-- hazard: authorization_change
ALTER VIEW public.v OWNER TO app_owner;

-- hazard: authorization_change
GRANT SELECT ON TABLE public.v TO pg_monitor;

COMMENT ON VIEW public.v IS 'kept';

COMMENT ON COLUMN public.v.b IS 'kept';

COMMIT;
