-- create column public.a.extra
-- create column public.a.more
-- create column public.z.more

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.a ADD COLUMN extra integer;

ALTER TABLE public.z ADD COLUMN more integer;

ALTER TABLE public.a ADD COLUMN more integer;

COMMIT;
