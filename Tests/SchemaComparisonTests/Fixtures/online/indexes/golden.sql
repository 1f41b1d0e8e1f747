-- create table public.other
-- create index public.at_once
-- rebuild index public.changed: CREATE INDEX changed ON public.t USING btree (b) -> CREATE UNIQUE INDEX changed ON public.t USING btree (b, a) ! index_build may_fail_on_data non_transactional
-- create index public.fresh ! index_build non_transactional
-- drop index public.gone ! non_transactional

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;
SET lock_timeout = '5s';

-- hazard: non_transactional
DROP INDEX CONCURRENTLY public.changed;

-- hazard: non_transactional
DROP INDEX CONCURRENTLY public.gone;

BEGIN;

CREATE TABLE public.other (
    a integer
);

CREATE INDEX at_once ON public.other USING btree (a);

COMMIT;

-- hazard: index_build: If it fails, it leaves an invalid index: drop it and try again.
-- hazard: non_transactional
-- hazard: may_fail_on_data
CREATE UNIQUE INDEX CONCURRENTLY changed ON public.t USING btree (b, a);

-- hazard: index_build: If it fails, it leaves an invalid index: drop it and try again.
-- hazard: non_transactional
CREATE INDEX CONCURRENTLY fresh ON public.t USING btree (c);
