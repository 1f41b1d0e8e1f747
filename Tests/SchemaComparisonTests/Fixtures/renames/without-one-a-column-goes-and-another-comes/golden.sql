-- drop column public.t.a ! deletes_data
-- create column public.t.b

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: deletes_data: The values of public.t.a are deleted.
ALTER TABLE public.t DROP COLUMN a;

ALTER TABLE public.t ADD COLUMN b integer;

COMMIT;
