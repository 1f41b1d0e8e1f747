-- alter column public.t.a: not null no -> yes ! commit_boundary may_fail_on_data
-- alter column public.t.b: not null yes -> no

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;
SET lock_timeout = '5s';

BEGIN;

ALTER TABLE public.t ADD CONSTRAINT t_a_ayb_not_null CHECK (a IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- hazard: may_fail_on_data
-- hazard: commit_boundary
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_ayb_not_null;

COMMIT;

BEGIN;

ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

ALTER TABLE public.t DROP CONSTRAINT t_a_ayb_not_null;

ALTER TABLE ONLY public.t ALTER COLUMN b DROP NOT NULL;

COMMIT;
