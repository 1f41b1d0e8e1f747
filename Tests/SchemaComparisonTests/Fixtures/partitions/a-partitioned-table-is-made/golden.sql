-- create partition public.a
-- create partition public.a1
-- create partition public.b
-- create table public.links
-- create partitioned table public.z
-- create partition bound public.a.z (public)
-- create partition bound public.a1.a (public)
-- create partition bound public.b.z (public)
-- create index public.a1_k_idx
-- create index public.a_k_idx
-- create index public.b_k_idx
-- create index public.i
-- create primary key public.a.a_pkey
-- create primary key public.a1.a1_pkey
-- create primary key public.b.b_pkey
-- create foreign key public.links.links_id_k_fkey
-- create primary key public.z.z_pkey
-- create index attachment public.a1_k_idx (public.a_k_idx)
-- create index attachment public.a1_pkey (public.a_pkey)
-- create index attachment public.a_k_idx (public.i)
-- create index attachment public.a_pkey (public.z_pkey)
-- create index attachment public.b_k_idx (public.i)
-- create index attachment public.b_pkey (public.z_pkey)

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TABLE public.links (
    id integer,
    k text
);

CREATE TABLE public.z (
    id integer NOT NULL,
    k text NOT NULL
)
PARTITION BY LIST (k);

CREATE TABLE public.a (
    id integer NOT NULL,
    k text NOT NULL
)
PARTITION BY RANGE (id);

CREATE TABLE public.a1 (
    id integer NOT NULL,
    k text NOT NULL
);

CREATE TABLE public.b (
    id integer NOT NULL,
    k text NOT NULL
);

CREATE INDEX i ON ONLY public.z USING btree (k);

CREATE INDEX a_k_idx ON ONLY public.a USING btree (k);

CREATE INDEX a1_k_idx ON public.a1 USING btree (k);

CREATE INDEX b_k_idx ON public.b USING btree (k);

ALTER TABLE ONLY public.z ADD CONSTRAINT z_pkey PRIMARY KEY (id, k);

ALTER TABLE ONLY public.a ADD CONSTRAINT a_pkey PRIMARY KEY (id, k);

ALTER TABLE ONLY public.z ATTACH PARTITION public.a FOR VALUES IN ('a');

ALTER TABLE ONLY public.a1 ADD CONSTRAINT a1_pkey PRIMARY KEY (id, k);

ALTER TABLE ONLY public.a ATTACH PARTITION public.a1 FOR VALUES FROM (1) TO (9);

ALTER TABLE ONLY public.b ADD CONSTRAINT b_pkey PRIMARY KEY (id, k);

ALTER TABLE ONLY public.z ATTACH PARTITION public.b DEFAULT;

ALTER INDEX public.a_k_idx ATTACH PARTITION public.a1_k_idx;

ALTER INDEX public.a_pkey ATTACH PARTITION public.a1_pkey;

ALTER INDEX public.i ATTACH PARTITION public.a_k_idx;

ALTER INDEX public.z_pkey ATTACH PARTITION public.a_pkey;

ALTER INDEX public.i ATTACH PARTITION public.b_k_idx;

ALTER INDEX public.z_pkey ATTACH PARTITION public.b_pkey;

ALTER TABLE ONLY public.links ADD CONSTRAINT links_id_k_fkey FOREIGN KEY (id, k) REFERENCES public.z(id, k);

COMMIT;
