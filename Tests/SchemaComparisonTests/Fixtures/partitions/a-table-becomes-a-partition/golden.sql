-- create partition bound public.events_2021.events (public) ! full_scan_under_lock may_fail_on_data
-- create index attachment public.events_2021_pkey (public.events_pkey)
-- create index attachment public.events_2021_what_idx (public.events_what)

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2021 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

ALTER INDEX public.events_pkey ATTACH PARTITION public.events_2021_pkey;

ALTER INDEX public.events_what ATTACH PARTITION public.events_2021_what_idx;

COMMIT;
