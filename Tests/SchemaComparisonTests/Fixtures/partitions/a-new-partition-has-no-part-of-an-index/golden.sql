-- create partition public.p2
-- create partition bound public.p2.p (public)
-- create index public.d ! index_build
-- create index public.i
-- create primary key public.p.p_pkey ! access_exclusive_lock index_build may_fail_on_data
-- create primary key public.p1.p1_pkey ! access_exclusive_lock index_build may_fail_on_data
-- create primary key public.p2.p2_pkey
-- create index attachment public.d (public.i)
-- create index attachment public.p1_pkey (public.p_pkey)
-- create index attachment public.p2_pkey (public.p_pkey)

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TABLE public.p2 (
    a integer NOT NULL,
    b integer
);

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.p ADD CONSTRAINT p_pkey PRIMARY KEY (a);

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.p1 ADD CONSTRAINT p1_pkey PRIMARY KEY (a);

ALTER TABLE ONLY public.p2 ADD CONSTRAINT p2_pkey PRIMARY KEY (a);

ALTER TABLE ONLY public.p ATTACH PARTITION public.p2 FOR VALUES IN (2);

CREATE INDEX i ON ONLY public.p USING btree (b);

-- hazard: index_build: Nobody can write to public.p1 until it is built.
CREATE INDEX d ON public.p1 USING btree (b);

ALTER INDEX public.i ATTACH PARTITION public.d;

ALTER INDEX public.p_pkey ATTACH PARTITION public.p1_pkey;

ALTER INDEX public.p_pkey ATTACH PARTITION public.p2_pkey;

COMMIT;
