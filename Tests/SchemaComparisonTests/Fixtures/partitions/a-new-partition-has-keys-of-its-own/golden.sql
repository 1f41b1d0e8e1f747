-- create partition public.events_1
-- create partition bound public.events_1.events (public)
-- create index public.b
-- create unique constraint public.events_1.a
-- create primary key public.events_1.events_1_pkey
-- create index attachment public.events_1_pkey (public.z)

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TABLE public.events_1 (
    id integer NOT NULL
);

ALTER TABLE ONLY public.events_1 ADD CONSTRAINT events_1_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_1 FOR VALUES FROM (0) TO (10);

CREATE INDEX b ON public.events_1 USING btree (id);

ALTER TABLE ONLY public.events_1 ADD CONSTRAINT a UNIQUE (id);

ALTER INDEX public.z ATTACH PARTITION public.events_1_pkey;

COMMIT;
