-- create index public.a ! index_build
-- rebuild index public.i: settings ! access_exclusive_lock
-- rebuild index public.p_d_id_idx: what it depends on changes ! index_build
-- create index attachment public.a (public.i)

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
DROP INDEX public.i;

CREATE INDEX i ON ONLY public.p USING btree (id);

-- hazard: index_build: Nobody can write to public.p_a until it is built.
CREATE INDEX a ON public.p_a USING btree (id);

-- hazard: index_build: Nobody can write to public.p_d until it is built.
CREATE INDEX p_d_id_idx ON public.p_d USING btree (id);

ALTER INDEX public.i ATTACH PARTITION public.a;

COMMIT;
