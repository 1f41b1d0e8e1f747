-- drop table public.a ! deletes_data
-- drop view public.v
-- drop policy public.a.p ! authorization_change

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: authorization_change
DROP POLICY p ON public.a;

DROP VIEW public.v;

-- hazard: deletes_data: All rows of public.a are deleted.
DROP TABLE public.a;

COMMIT;
