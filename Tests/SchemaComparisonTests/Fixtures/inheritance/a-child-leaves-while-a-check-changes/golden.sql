-- drop column public.other.id ! deletes_data
-- drop inheritance public.other.old (public)
-- drop inheritance public.young.middle (public)
-- rebuild check constraint public.old.bound: CHECK ((id > 0)) -> CHECK ((id > 1)) ! full_scan_under_lock may_fail_on_data
-- drop check constraint public.other.bound
-- drop check constraint public.young.bound

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.other NO INHERIT public.old;

ALTER TABLE public.young NO INHERIT public.middle;

ALTER TABLE public.old DROP CONSTRAINT bound;

ALTER TABLE public.other DROP CONSTRAINT bound;

ALTER TABLE public.young DROP CONSTRAINT bound;

-- hazard: deletes_data: The values of public.other.id are deleted.
ALTER TABLE public.other DROP COLUMN id;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.old ADD CONSTRAINT bound CHECK ((id > 1));

COMMIT;
