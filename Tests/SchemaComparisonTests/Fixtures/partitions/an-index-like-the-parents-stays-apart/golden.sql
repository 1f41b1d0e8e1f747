-- create partition bound public.p1.p (public) ! full_scan_under_lock may_fail_on_data
-- rebuild index public.local: what it depends on changes ! access_exclusive_lock index_build
-- create index public.p1_k_idx ! index_build
-- create index attachment public.p1_k_idx (public.i)

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
DROP INDEX public.local;

-- hazard: index_build: Nobody can write to public.p1 until it is built.
CREATE INDEX p1_k_idx ON public.p1 USING btree (k);

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES IN (1);

-- hazard: index_build: Nobody can write to public.p1 until it is built.
CREATE INDEX local ON public.p1 USING btree (k);

ALTER INDEX public.i ATTACH PARTITION public.p1_k_idx;

COMMIT;
