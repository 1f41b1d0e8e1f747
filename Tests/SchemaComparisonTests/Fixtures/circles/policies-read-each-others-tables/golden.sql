-- drop table public.a ! deletes_data
-- drop table public.b ! deletes_data
-- drop policy public.a.p ! authorization_change
-- drop policy public.b.p ! authorization_change

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: authorization_change
DROP POLICY p ON public.a;

-- hazard: authorization_change
DROP POLICY p ON public.b;

-- hazard: deletes_data: All rows of public.a are deleted.
DROP TABLE public.a;

-- hazard: deletes_data: All rows of public.b are deleted.
DROP TABLE public.b;

COMMIT;
