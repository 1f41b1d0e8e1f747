-- alter column public.p.i: not null no -> yes; identity none -> ALWAYS ! access_exclusive_lock full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: may_fail_on_data: It fails if a row holds NULL.
-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE public.p ADD CONSTRAINT p_i_not_null NOT NULL i;

ALTER TABLE public.p ALTER COLUMN i ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.p_i_seq);

COMMIT;
