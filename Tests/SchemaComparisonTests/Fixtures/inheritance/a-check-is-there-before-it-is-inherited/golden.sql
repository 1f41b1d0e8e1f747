-- create inheritance public.child.parent (public)
-- create check constraint public.child.low ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.child ADD CONSTRAINT low CHECK ((id > 0));

ALTER TABLE public.child INHERIT public.parent;

COMMIT;
