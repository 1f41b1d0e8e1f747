-- alter column public.s.a: not null constraint none -> own ! access_exclusive_lock full_scan_under_lock

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;

-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE public.s ADD CONSTRAINT own NOT NULL a;

-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE public.t ADD CONSTRAINT t_a_not_null NOT NULL a;

COMMIT;
