-- drop partition bound public.events_1.events (public) ! access_exclusive_lock
-- drop index public.events_1_what_idx ! access_exclusive_lock
-- drop unique constraint public.events_1.events_1_id_key ! index_gap

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
ALTER TABLE public.events DETACH PARTITION public.events_1;

-- hazard: index_gap: Nothing enforces public.events_1.events_1_id_key until it exists again.
ALTER TABLE public.events_1 DROP CONSTRAINT events_1_id_key;

-- hazard: access_exclusive_lock
DROP INDEX public.events_1_what_idx;

COMMIT;
