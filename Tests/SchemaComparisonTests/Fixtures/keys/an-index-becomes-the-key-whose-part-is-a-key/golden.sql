-- rebuild partition bound public.p1.p (public): what it depends on changes ! access_exclusive_lock full_scan_under_lock may_fail_on_data
-- drop index public.i ! access_exclusive_lock
-- create primary key public.p.i ! access_exclusive_lock index_build may_fail_on_data
-- drop primary key public.p1.own ! index_gap
-- create primary key public.p1.p1_pkey ! access_exclusive_lock index_build may_fail_on_data
-- create index attachment public.p1_pkey (public.i)

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

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.p ADD CONSTRAINT i PRIMARY KEY (k);

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.p1 ADD CONSTRAINT p1_pkey PRIMARY KEY (k);

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES IN (1);

ALTER INDEX public.i ATTACH PARTITION public.p1_pkey;

COMMIT;
