-- create function public.f(public.w)
-- create view public.w

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE VIEW public.w AS
SELECT NULL::integer AS a;

CREATE OR REPLACE FUNCTION public.f(public.w)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

CREATE OR REPLACE VIEW public.w AS
 SELECT 1 AS a
  WHERE (public.f(NULL::public.w) = 1);

COMMIT;
