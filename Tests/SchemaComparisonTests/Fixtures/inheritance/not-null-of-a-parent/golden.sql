-- alter column public.keyed.b: not null yes -> no
-- alter column public.parent.a: not null yes -> no
-- alter column public.parent.b: not null yes -> no
-- alter column public.parent.c: not null no -> yes ! access_exclusive_lock full_scan_under_lock may_fail_on_data
-- alter column public.plain.a: not null yes -> no
-- alter column public.plain.b: not null constraint parent_b_not_null -> none

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE ONLY public.parent ALTER COLUMN a DROP NOT NULL;

ALTER TABLE ONLY public.parent ALTER COLUMN b DROP NOT NULL;

ALTER TABLE ONLY public.keyed ALTER COLUMN b DROP NOT NULL;

-- hazard: may_fail_on_data: It fails if a row holds NULL.
-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE public.parent ADD CONSTRAINT parent_c_not_null NOT NULL c;

ALTER TABLE ONLY public.plain ALTER COLUMN a DROP NOT NULL;

ALTER TABLE public.plain RENAME CONSTRAINT parent_b_not_null TO plain_b_not_null;

COMMIT;
