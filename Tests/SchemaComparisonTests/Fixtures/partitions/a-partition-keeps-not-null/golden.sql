-- alter column public.p.k: not null yes -> no ! access_exclusive_lock full_scan_under_lock

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.p ALTER COLUMN k DROP NOT NULL;

-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE public.p1 ALTER COLUMN k SET NOT NULL;

COMMIT;
