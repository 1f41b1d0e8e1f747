-- create check constraint public.t.low
-- alter foreign key public.t.up: FOREIGN KEY (b) REFERENCES public.t(id) NOT ENFORCED -> FOREIGN KEY (b) REFERENCES public.t(id) ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.t ADD CONSTRAINT low CHECK ((b > 0)) NOT ENFORCED;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER CONSTRAINT up ENFORCED;

COMMIT;
