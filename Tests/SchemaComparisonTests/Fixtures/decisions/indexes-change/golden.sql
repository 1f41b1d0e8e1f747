-- create index public.fresh ! index_build may_fail_on_data
-- drop index public.gone ! access_exclusive_lock
-- rebuild index public.one: CREATE INDEX one ON public.a USING btree (id) -> CREATE INDEX one ON public.a USING btree (id DESC) ! access_exclusive_lock index_build
-- alter index public.three: settings
-- rebuild index public.two: CREATE UNIQUE INDEX two ON public.a USING btree (b) -> CREATE UNIQUE INDEX two ON public.a USING btree (b) INCLUDE (c) ! access_exclusive_lock index_build may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
DROP INDEX public.gone;

-- hazard: access_exclusive_lock
DROP INDEX public.one;

-- hazard: access_exclusive_lock
DROP INDEX public.two;

-- hazard: index_build: Nobody can write to public.a until it is built.
-- hazard: may_fail_on_data
CREATE UNIQUE INDEX fresh ON public.a USING btree (c, b);

-- hazard: index_build: Nobody can write to public.a until it is built.
CREATE INDEX one ON public.a USING btree (id DESC);

ALTER INDEX public.three SET (fillfactor='80');

ALTER INDEX public.three ALTER COLUMN 1 SET STATISTICS 60;

-- hazard: index_build: Nobody can write to public.a until it is built.
-- hazard: may_fail_on_data
CREATE UNIQUE INDEX two ON public.a USING btree (b) INCLUDE (c);

COMMIT;
