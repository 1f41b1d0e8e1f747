-- rebuild partitioned table public.events: what it depends on changes ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild partition public.events_1: what it depends on changes ! deletes_data
-- rebuild partition public.events_2: what it depends on changes ! deletes_data
-- rebuild partition public.events_21: what it depends on changes ! deletes_data
-- alter column public.links.event: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild partition bound public.events_1.events (public): bound FOR VALUES FROM (0) TO (10) -> FOR VALUES FROM ('0') TO ('10') ! full_scan_under_lock may_fail_on_data
-- rebuild partition bound public.events_2.events (public): bound FOR VALUES FROM (10) TO (20) -> FOR VALUES FROM ('10') TO ('20') ! full_scan_under_lock may_fail_on_data
-- rebuild partition bound public.events_21.events_2 (public): bound FOR VALUES FROM (10) TO (15) -> FOR VALUES FROM ('10') TO ('15') ! full_scan_under_lock may_fail_on_data
-- rebuild view public.seen: query
-- rebuild index public.events_1_what_idx: what it depends on changes ! index_build
-- rebuild index public.events_21_what_idx: what it depends on changes ! index_build
-- rebuild index public.events_2_what_idx: what it depends on changes
-- rebuild index public.events_what_idx: what it depends on changes
-- rebuild primary key public.events.events_pkey: what it depends on changes ! access_exclusive_lock index_build may_fail_on_data
-- rebuild primary key public.events_1.events_1_pkey: what it depends on changes ! access_exclusive_lock index_build may_fail_on_data
-- rebuild primary key public.events_2.events_2_pkey: what it depends on changes ! access_exclusive_lock index_build may_fail_on_data
-- rebuild primary key public.events_21.events_21_pkey: what it depends on changes ! access_exclusive_lock index_build may_fail_on_data
-- rebuild foreign key public.links.links_event_fkey: what it depends on changes ! full_scan_under_lock may_fail_on_data
-- rebuild index attachment public.events_1_pkey (public.events_pkey): what it depends on changes
-- rebuild index attachment public.events_1_what_idx (public.events_what_idx): what it depends on changes
-- rebuild index attachment public.events_21_pkey (public.events_2_pkey): what it depends on changes
-- rebuild index attachment public.events_21_what_idx (public.events_2_what_idx): what it depends on changes
-- rebuild index attachment public.events_2_pkey (public.events_pkey): what it depends on changes
-- rebuild index attachment public.events_2_what_idx (public.events_what_idx): what it depends on changes

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: All rows of public.events are copied twice.
-- hazard: access_exclusive_lock
CREATE TABLE public.events__ayb_old AS SELECT * FROM public.events;

ALTER TABLE public.links DROP CONSTRAINT links_event_fkey;

DROP VIEW public.seen;

-- hazard: deletes_data: All rows of public.events_1 are deleted.
DROP TABLE public.events_1;

-- hazard: deletes_data: All rows of public.events_21 are deleted.
DROP TABLE public.events_21;

-- hazard: deletes_data: All rows of public.events_2 are deleted.
DROP TABLE public.events_2;

DROP TABLE public.events;

CREATE TABLE public.events (
    id bigint NOT NULL,
    what text
)
PARTITION BY RANGE (id);

CREATE TABLE public.events_1 (
    id bigint NOT NULL,
    what text
);

CREATE TABLE public.events_2 (
    id bigint NOT NULL,
    what text
)
PARTITION BY RANGE (id);

CREATE TABLE public.events_21 (
    id bigint NOT NULL,
    what text
);

-- hazard: table_rewrite: links is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.links ALTER COLUMN event TYPE bigint USING event::bigint;

CREATE VIEW public.seen AS
 SELECT events.id,
    events.what
   FROM public.events;

CREATE INDEX events_what_idx ON ONLY public.events USING btree (what);

-- hazard: index_build: Nobody can write to public.events_1 until it is built.
CREATE INDEX events_1_what_idx ON public.events_1 USING btree (what);

CREATE INDEX events_2_what_idx ON ONLY public.events_2 USING btree (what);

-- hazard: index_build: Nobody can write to public.events_21 until it is built.
CREATE INDEX events_21_what_idx ON public.events_21 USING btree (what);

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.events ADD CONSTRAINT events_pkey PRIMARY KEY (id);

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.events_1 ADD CONSTRAINT events_1_pkey PRIMARY KEY (id);

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_1 FOR VALUES FROM ('0') TO ('10');

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.events_2 ADD CONSTRAINT events_2_pkey PRIMARY KEY (id);

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2 FOR VALUES FROM ('10') TO ('20');

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.events_21 ADD CONSTRAINT events_21_pkey PRIMARY KEY (id);

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.events_2 ATTACH PARTITION public.events_21 FOR VALUES FROM ('10') TO ('15');

-- hazard: may_fail_on_data
INSERT INTO public.events (id, what) OVERRIDING SYSTEM VALUE SELECT id::text::bigint AS "?column?", what FROM public.events__ayb_old;

DROP TABLE public.events__ayb_old;

ALTER INDEX public.events_pkey ATTACH PARTITION public.events_1_pkey;

ALTER INDEX public.events_what_idx ATTACH PARTITION public.events_1_what_idx;

ALTER INDEX public.events_2_pkey ATTACH PARTITION public.events_21_pkey;

ALTER INDEX public.events_2_what_idx ATTACH PARTITION public.events_21_what_idx;

ALTER INDEX public.events_pkey ATTACH PARTITION public.events_2_pkey;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.links ADD CONSTRAINT links_event_fkey FOREIGN KEY (event) REFERENCES public.events(id);

ALTER INDEX public.events_what_idx ATTACH PARTITION public.events_2_what_idx;

COMMENT ON TABLE public.events_21 IS 'a comment';

COMMIT;
