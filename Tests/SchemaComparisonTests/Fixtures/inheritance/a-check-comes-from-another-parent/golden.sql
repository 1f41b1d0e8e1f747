-- drop inheritance public.sub.base (public)
-- create inheritance public.two.base (public)
-- rebuild check constraint public.sub.c: settings ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.sub NO INHERIT public.base;

ALTER TABLE public.sub DROP CONSTRAINT c;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.sub ADD CONSTRAINT c CHECK ((a > 0));

ALTER TABLE public.two INHERIT public.base;

COMMIT;
