-- alter column public.orders.code: not null no -> yes ! access_exclusive_lock full_scan_under_lock may_fail_on_data
-- alter column public.orders.id: not null yes -> no

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: may_fail_on_data: It fails if a row holds NULL.
-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.orders ALTER COLUMN code SET NOT NULL;

ALTER TABLE ONLY public.orders ALTER COLUMN id DROP NOT NULL;

COMMIT;
