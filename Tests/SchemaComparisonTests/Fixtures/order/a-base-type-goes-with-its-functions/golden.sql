-- drop base type public.a_code
-- drop table public.t ! deletes_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: deletes_data: All rows of public.t are deleted.
DROP TABLE public.t;

DROP TYPE public.a_code CASCADE;

COMMIT;
