-- drop partition bound public.events_2021.events (public) ! access_exclusive_lock
-- rebuild primary key public.events_2021.events_2021_pkey: settings ! access_exclusive_lock index_build index_gap may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
ALTER TABLE public.events DETACH PARTITION public.events_2021;

-- hazard: index_gap: Nothing enforces public.events_2021.events_2021_pkey until it exists again.
ALTER TABLE public.events_2021 DROP CONSTRAINT events_2021_pkey;

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.events_2021 ADD CONSTRAINT events_2021_pkey PRIMARY KEY (id, at);

COMMIT;
