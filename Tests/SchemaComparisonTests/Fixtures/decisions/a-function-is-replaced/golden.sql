-- alter function public.f(integer): definition
-- alter procedure public.p(): definition

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a + 1$function$;

CREATE OR REPLACE PROCEDURE public.p()
 LANGUAGE sql
AS $procedure$SELECT 2$procedure$;

COMMIT;
