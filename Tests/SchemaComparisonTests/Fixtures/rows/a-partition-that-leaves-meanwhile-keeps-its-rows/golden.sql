-- rebuild partitioned table public.events: partition key RANGE (id) -> RANGE (other) ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild partition public.events_1: what it depends on changes ! deletes_data
-- rebuild partition bound public.events_1.events (public): what it depends on changes ! full_scan_under_lock may_fail_on_data
-- drop partition bound public.events_2.events (public) ! access_exclusive_lock

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
ALTER TABLE public.events DETACH PARTITION public.events_2;

-- hazard: table_rewrite: All rows of public.events are copied twice.
-- hazard: access_exclusive_lock
CREATE TABLE public.events__ayb_old AS SELECT * FROM public.events;

-- hazard: deletes_data: All rows of public.events_1 are deleted.
DROP TABLE public.events_1;

DROP TABLE public.events;

CREATE TABLE public.events (
    id integer,
    other integer
)
PARTITION BY RANGE (other);

CREATE TABLE public.events_1 (
    id integer,
    other integer
);

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_1 FOR VALUES FROM (0) TO (10);

-- hazard: may_fail_on_data
INSERT INTO public.events (id, other) OVERRIDING SYSTEM VALUE SELECT id, other FROM public.events__ayb_old;

DROP TABLE public.events__ayb_old;

COMMIT;
