-- alter column public.t.a: not null no -> yes ! access_exclusive_lock commit_boundary may_fail_on_data
-- alter column public.t.b: not null yes -> no
-- alter column public.t.c: not null no -> yes; not null constraint none -> c_given ! access_exclusive_lock commit_boundary may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;
SET lock_timeout = '5s';

BEGIN;

-- hazard: access_exclusive_lock
ALTER TABLE public.t ADD CONSTRAINT t_a_not_null NOT NULL a NOT VALID;

COMMIT;

BEGIN;

-- hazard: may_fail_on_data
-- hazard: commit_boundary
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_not_null;

ALTER TABLE ONLY public.t ALTER COLUMN b DROP NOT NULL;

-- hazard: access_exclusive_lock
ALTER TABLE public.t ADD CONSTRAINT c_given NOT NULL c NOT VALID;

COMMIT;

BEGIN;

-- hazard: may_fail_on_data
-- hazard: commit_boundary
ALTER TABLE public.t VALIDATE CONSTRAINT c_given;

COMMIT;
