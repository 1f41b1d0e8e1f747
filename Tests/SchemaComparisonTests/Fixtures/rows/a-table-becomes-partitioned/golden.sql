-- rebuild partitioned table public.events: partition key none -> RANGE (id); access method heap -> none ! access_exclusive_lock may_fail_on_data table_rewrite
-- create partition public.events_1
-- create partition public.events_2
-- create partition bound public.events_1.events (public)
-- create partition bound public.events_2.events (public)
-- rebuild view public.seen: what it depends on changes
-- rebuild materialized view public.counted: what it depends on changes ! matview_refresh
-- create index public.events_1_what_idx
-- create index public.events_2_what_idx
-- rebuild index public.events_what: CREATE INDEX events_what ON public.events USING btree (what) -> CREATE INDEX events_what ON ONLY public.events USING btree (what)
-- rebuild primary key public.events.events_pkey: settings ! access_exclusive_lock index_build may_fail_on_data
-- create primary key public.events_1.events_1_pkey
-- create primary key public.events_2.events_2_pkey
-- rebuild foreign key public.links.links_event_fkey: what it depends on changes ! full_scan_under_lock may_fail_on_data
-- create index attachment public.events_1_pkey (public.events_pkey)
-- create index attachment public.events_1_what_idx (public.events_what)
-- create index attachment public.events_2_pkey (public.events_pkey)
-- create index attachment public.events_2_what_idx (public.events_what)
-- create trigger public.events.refused

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: All rows of public.events are copied twice.
-- hazard: access_exclusive_lock
CREATE TABLE public.events__ayb_old AS SELECT * FROM public.events;

ALTER TABLE public.links DROP CONSTRAINT links_event_fkey;

DROP MATERIALIZED VIEW public.counted;

DROP VIEW public.seen;

DROP TABLE public.events;

CREATE TABLE public.events (
    id integer NOT NULL,
    what character varying NOT NULL,
    twice integer GENERATED ALWAYS AS ((id * 2)) STORED
)
PARTITION BY RANGE (id);

CREATE TABLE public.events_1 (
    id integer NOT NULL,
    what character varying NOT NULL,
    twice integer GENERATED ALWAYS AS ((id * 2)) STORED
);

CREATE TABLE public.events_2 (
    id integer NOT NULL,
    what character varying NOT NULL,
    twice integer GENERATED ALWAYS AS ((id * 2)) STORED
);

CREATE VIEW public.seen AS
 SELECT events.id
   FROM public.events;

CREATE INDEX events_what ON ONLY public.events USING btree (what);

CREATE INDEX events_1_what_idx ON public.events_1 USING btree (what);

CREATE INDEX events_2_what_idx ON public.events_2 USING btree (what);

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.events ADD CONSTRAINT events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.events_1 ADD CONSTRAINT events_1_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_1 FOR VALUES FROM (0) TO (10);

ALTER TABLE ONLY public.events_2 ADD CONSTRAINT events_2_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2 DEFAULT;

-- hazard: may_fail_on_data
INSERT INTO public.events (id, what) OVERRIDING SYSTEM VALUE SELECT id, what::text::character varying AS "?column?" FROM public.events__ayb_old;

DROP TABLE public.events__ayb_old;

-- hazard: matview_refresh
CREATE MATERIALIZED VIEW public.counted AS
 SELECT count(*) AS n
   FROM public.events
WITH DATA;

ALTER INDEX public.events_pkey ATTACH PARTITION public.events_1_pkey;

ALTER INDEX public.events_what ATTACH PARTITION public.events_1_what_idx;

ALTER INDEX public.events_pkey ATTACH PARTITION public.events_2_pkey;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.links ADD CONSTRAINT links_event_fkey FOREIGN KEY (event) REFERENCES public.events(id);

ALTER INDEX public.events_what ATTACH PARTITION public.events_2_what_idx;

CREATE TRIGGER refused BEFORE INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION public.refuse();

-- hazard: authorization_change
GRANT SELECT ON TABLE public.events TO pg_monitor;

COMMENT ON TABLE public.events IS 'events';

COMMIT;
