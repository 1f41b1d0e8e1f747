-- drop table public.orders ! deletes_data
-- drop view public.codes

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP VIEW public.codes;

-- hazard: deletes_data: All rows of public.orders are deleted.
DROP TABLE public.orders;

COMMIT;
