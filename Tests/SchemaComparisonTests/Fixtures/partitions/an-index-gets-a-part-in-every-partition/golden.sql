-- rebuild partition bound public.p_a1.p_a (public): what it depends on changes ! access_exclusive_lock full_scan_under_lock may_fail_on_data
-- rebuild index public.i: settings ! access_exclusive_lock
-- rebuild index public.p_a1_id_idx: what it depends on changes ! access_exclusive_lock index_build
-- create index public.p_a_id_idx
-- create index attachment public.p_a1_id_idx (public.p_a_id_idx)
-- create index attachment public.p_a_id_idx (public.i)
-- create index attachment public.p_d_id_idx (public.i)

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
ALTER TABLE public.p_a DETACH PARTITION public.p_a1;

-- hazard: access_exclusive_lock
DROP INDEX public.p_a1_id_idx;

-- hazard: access_exclusive_lock
DROP INDEX public.i;

CREATE INDEX i ON ONLY public.p USING btree (id);

CREATE INDEX p_a_id_idx ON ONLY public.p_a USING btree (id);

-- hazard: index_build: Nobody can write to public.p_a1 until it is built.
CREATE INDEX p_a1_id_idx ON public.p_a1 USING btree (id);

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.p_a ATTACH PARTITION public.p_a1 FOR VALUES FROM (1) TO (9);

ALTER INDEX public.p_a_id_idx ATTACH PARTITION public.p_a1_id_idx;

ALTER INDEX public.i ATTACH PARTITION public.p_a_id_idx;

ALTER INDEX public.i ATTACH PARTITION public.p_d_id_idx;

COMMIT;
