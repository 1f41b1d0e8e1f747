-- alter column public.p1.k: not null yes -> no
-- rebuild partition bound public.p1.p (public): what it depends on changes ! access_exclusive_lock full_scan_under_lock may_fail_on_data
-- drop index public.i ! access_exclusive_lock
-- drop primary key public.p1.own ! index_gap

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
ALTER TABLE public.p DETACH PARTITION public.p1;

-- hazard: index_gap: Nothing enforces public.p1.own until it exists again.
ALTER TABLE public.p1 DROP CONSTRAINT own;

-- hazard: access_exclusive_lock
DROP INDEX public.i;

ALTER TABLE ONLY public.p1 ALTER COLUMN k DROP NOT NULL;

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES IN (1);

COMMIT;
