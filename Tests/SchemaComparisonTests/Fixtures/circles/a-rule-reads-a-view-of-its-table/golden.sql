-- drop table public.t ! deletes_data
-- drop view public.v
-- drop rule public.t.r

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP RULE r ON public.t;

DROP VIEW public.v;

-- hazard: deletes_data: All rows of public.t are deleted.
DROP TABLE public.t;

COMMIT;
