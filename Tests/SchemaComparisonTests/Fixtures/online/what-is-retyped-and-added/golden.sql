-- alter column public.t.a: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- create column public.t.c
-- rebuild view public.v: query
-- create unique constraint public.t.t_c_key ! index_build may_fail_on_data non_transactional

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;
SET lock_timeout = '5s';

BEGIN;

DROP VIEW public.v;

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

ALTER TABLE public.t ADD COLUMN c integer DEFAULT 1 NOT NULL;

CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;

COMMIT;

-- hazard: index_build: If it fails, it leaves an invalid index: drop it and try again.
-- hazard: may_fail_on_data
-- hazard: non_transactional
CREATE UNIQUE INDEX CONCURRENTLY t_c_key ON public.t (c);

BEGIN;

ALTER TABLE public.t ADD CONSTRAINT t_c_key UNIQUE USING INDEX t_c_key;

COMMIT;
