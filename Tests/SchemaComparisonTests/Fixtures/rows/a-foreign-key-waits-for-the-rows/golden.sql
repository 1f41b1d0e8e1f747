-- rebuild partitioned table public.events: partition key none -> RANGE (id); access method heap -> none ! access_exclusive_lock may_fail_on_data table_rewrite
-- create partition public.events_1
-- create partition bound public.events_1.events (public)
-- rebuild foreign key public.events.a_kind: settings ! full_scan_under_lock may_fail_on_data
-- rebuild primary key public.events.events_pkey: settings ! access_exclusive_lock index_build may_fail_on_data
-- create primary key public.events_1.events_1_pkey
-- create index attachment public.events_1_pkey (public.events_pkey)

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: All rows of public.events are copied twice.
-- hazard: access_exclusive_lock
CREATE TABLE public.events__ayb_old AS SELECT * FROM public.events;

DROP TABLE public.events;

CREATE TABLE public.events (
    id integer NOT NULL,
    kind integer
)
PARTITION BY RANGE (id);

CREATE TABLE public.events_1 (
    id integer NOT NULL,
    kind integer
);

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.events ADD CONSTRAINT events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.events_1 ADD CONSTRAINT events_1_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_1 FOR VALUES FROM (0) TO (10);

-- hazard: may_fail_on_data
INSERT INTO public.events (id, kind) OVERRIDING SYSTEM VALUE SELECT id, kind FROM public.events__ayb_old;

DROP TABLE public.events__ayb_old;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.events ADD CONSTRAINT a_kind FOREIGN KEY (kind) REFERENCES public.kinds(id);

ALTER INDEX public.events_pkey ATTACH PARTITION public.events_1_pkey;

COMMIT;
