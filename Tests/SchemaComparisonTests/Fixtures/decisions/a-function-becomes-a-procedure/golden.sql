-- drop function public.f(integer) ! untrackable_dependency
-- create procedure public.f(integer)

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.f(integer);

CREATE OR REPLACE PROCEDURE public.f(IN a integer)
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

COMMIT;
