-- drop index public.gone ! access_exclusive_lock
-- create index public.i
-- create index public.p_a_id_idx ! index_build non_transactional
-- create index public.p_d_id_idx ! index_build non_transactional
-- create index attachment public.p_a_id_idx (public.i)
-- create index attachment public.p_d_id_idx (public.i)

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;
SET lock_timeout = '5s';

BEGIN;

-- hazard: access_exclusive_lock
DROP INDEX public.gone;

CREATE INDEX i ON ONLY public.p USING btree (id);

COMMIT;

-- hazard: index_build: If it fails, it leaves an invalid index: drop it and try again.
-- hazard: non_transactional
CREATE INDEX CONCURRENTLY p_a_id_idx ON public.p_a USING btree (id);

-- hazard: index_build: If it fails, it leaves an invalid index: drop it and try again.
-- hazard: non_transactional
CREATE INDEX CONCURRENTLY p_d_id_idx ON public.p_d USING btree (id);

BEGIN;

ALTER INDEX public.i ATTACH PARTITION public.p_a_id_idx;

ALTER INDEX public.i ATTACH PARTITION public.p_d_id_idx;

COMMIT;
