-- alter column public.p.k: not null yes -> no ! access_exclusive_lock full_scan_under_lock
-- drop primary key public.p.p_pkey ! index_gap
-- create primary key public.p1.own ! access_exclusive_lock index_build may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: index_gap: Nothing enforces public.p.p_pkey until it exists again.
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

ALTER TABLE public.p ALTER COLUMN k DROP NOT NULL;

-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE public.p1 ALTER COLUMN k SET NOT NULL;

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.p1 ADD CONSTRAINT own PRIMARY KEY (k);

COMMIT;
