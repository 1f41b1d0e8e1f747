-- alter column public.t.a: not null constraint a_given -> a is there
-- alter column public.t.b: not null yes -> no
-- alter column public.t.c: not null no -> yes; not null constraint none -> c_given ! access_exclusive_lock full_scan_under_lock may_fail_on_data
-- create primary key public.t.d_given ! access_exclusive_lock index_build may_fail_on_data
-- drop primary key public.t.t_pkey ! index_gap

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: index_gap: Nothing enforces public.t.t_pkey until it exists again.
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

ALTER TABLE public.t RENAME CONSTRAINT a_given TO "a is there";

ALTER TABLE ONLY public.t ALTER COLUMN b DROP NOT NULL;

-- hazard: may_fail_on_data: It fails if a row holds NULL.
-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE public.t ADD CONSTRAINT c_given NOT NULL c NO INHERIT;

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.t ADD CONSTRAINT d_given PRIMARY KEY (d);

COMMIT;
