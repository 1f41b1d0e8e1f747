-- alter column public.events.id: not null no -> yes ! access_exclusive_lock full_scan_under_lock may_fail_on_data
-- create primary key public.events.events_pkey ! access_exclusive_lock index_build may_fail_on_data
-- create index attachment public.events_1_pkey (public.events_pkey)

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: may_fail_on_data: It fails if a row holds NULL.
-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER TABLE public.events ALTER COLUMN id SET NOT NULL;

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.events ADD CONSTRAINT events_pkey PRIMARY KEY (id);

ALTER INDEX public.events_pkey ATTACH PARTITION public.events_1_pkey;

COMMIT;
