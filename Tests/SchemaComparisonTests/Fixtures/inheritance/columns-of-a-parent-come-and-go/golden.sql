-- create column public.z.added
-- drop column public.z.gone ! deletes_data
-- drop column public.z.kept ! deletes_data
-- create default public.a.added

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: deletes_data: The values of public.z.gone are deleted.
ALTER TABLE public.z DROP COLUMN gone;

-- hazard: deletes_data: The values of public.z.kept are deleted.
ALTER TABLE ONLY public.z DROP COLUMN kept;

ALTER TABLE public.z ADD COLUMN added text DEFAULT 'x'::text;

ALTER TABLE ONLY public.a ALTER COLUMN added SET DEFAULT 'x'::text;

COMMIT;
