-- create check constraint public.p.c ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.p ADD CONSTRAINT c CHECK ((k > 0)) NOT VALID;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.p1 VALIDATE CONSTRAINT c;

COMMIT;
