-- create check constraint public.t.c ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ADD CONSTRAINT c CHECK (((n BETWEEN (1) AND (5)) AND (n <> 3)));

COMMIT;
