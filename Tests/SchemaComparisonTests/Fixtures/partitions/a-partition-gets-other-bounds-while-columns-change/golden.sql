-- alter column public.events.name: not null no -> yes ! access_exclusive_lock full_scan_under_lock may_fail_on_data
-- alter column public.events.price: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.events_1.name: not null no -> yes ! access_exclusive_lock full_scan_under_lock may_fail_on_data
-- alter column public.events_1.price: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild partition bound public.events_1.events (public): bound FOR VALUES FROM (0) TO (10) -> FOR VALUES FROM (0) TO (20) ! access_exclusive_lock full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
ALTER TABLE public.events DETACH PARTITION public.events_1;

-- hazard: may_fail_on_data: It fails if a row holds NULL.
-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE public.events ALTER COLUMN name SET NOT NULL;

-- hazard: table_rewrite: events is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.events ALTER COLUMN price TYPE bigint USING price::bigint;

-- hazard: may_fail_on_data: It fails if a row holds NULL.
-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.events_1 ALTER COLUMN name SET NOT NULL;

-- hazard: table_rewrite: events_1 is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.events_1 ALTER COLUMN price TYPE bigint USING price::bigint;

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_1 FOR VALUES FROM (0) TO (20);

COMMIT;
