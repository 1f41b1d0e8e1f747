-- rebuild range type public.span: subtype double precision -> numeric
-- rebuild function public.f(public.span): what it depends on changes ! untrackable_dependency

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.f(public.span);

DROP TYPE public.span;

CREATE TYPE public.span AS RANGE (
    subtype = numeric,
    multirange_type_name = public.span_multirange
);

CREATE OR REPLACE FUNCTION public.f(public.span)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

COMMIT;
