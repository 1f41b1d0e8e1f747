-- alter column public.events_1.what: not null no -> yes ! access_exclusive_lock full_scan_under_lock may_fail_on_data
-- drop default public.events_1.what
-- drop index public.own ! access_exclusive_lock
-- create check constraint public.events_1.own ! full_scan_under_lock may_fail_on_data
-- alter trigger public.events_1.every: state disabled -> always enabled

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
DROP INDEX public.own;

ALTER TABLE ONLY public.events_1 ALTER COLUMN what DROP DEFAULT;

-- hazard: may_fail_on_data: It fails if a row holds NULL.
-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.events_1 ALTER COLUMN what SET NOT NULL;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.events_1 ADD CONSTRAINT own CHECK ((id > 0));

ALTER TABLE public.events_1 ENABLE ALWAYS TRIGGER every;

COMMIT;
