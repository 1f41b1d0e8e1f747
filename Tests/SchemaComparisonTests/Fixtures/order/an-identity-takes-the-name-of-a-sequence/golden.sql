-- drop sequence public.t_id_seq ! deletes_data
-- alter column public.t.id: not null no -> yes; identity none -> ALWAYS ! access_exclusive_lock full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: deletes_data: Its position is lost.
DROP SEQUENCE public.t_id_seq;

-- hazard: may_fail_on_data: It fails if a row holds NULL.
-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.t ALTER COLUMN id SET NOT NULL;

ALTER TABLE ONLY public.t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_id_seq);

COMMIT;
