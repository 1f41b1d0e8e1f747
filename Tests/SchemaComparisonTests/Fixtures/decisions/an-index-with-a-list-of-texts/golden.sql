-- alter column public.shirts.id: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild index public.listed: what it depends on changes ! access_exclusive_lock index_build
-- rebuild check constraint public.shirts.sized: what it depends on changes ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.shirts DROP CONSTRAINT sized;

-- hazard: access_exclusive_lock
DROP INDEX public.listed;

-- hazard: table_rewrite: shirts is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.shirts ALTER COLUMN id TYPE bigint USING id::bigint;

-- hazard: index_build: Nobody can write to public.shirts until it is built.
CREATE INDEX listed ON public.shirts USING btree (id) WHERE ((size)::text = ANY (ARRAY['S'::character varying, 'M'::character varying]));

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.shirts ADD CONSTRAINT sized CHECK (((id > 0) OR ((size)::text = ANY (ARRAY['S'::character varying, 'M'::character varying]))));

COMMIT;
