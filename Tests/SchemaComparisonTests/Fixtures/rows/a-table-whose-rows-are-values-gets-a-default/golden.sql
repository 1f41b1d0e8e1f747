-- alter column public.h.x ! access_exclusive_lock may_fail_on_data table_rewrite
-- create column public.t.b

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: h is rewritten twice.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.h ALTER COLUMN x TYPE jsonb USING pg_catalog.to_jsonb(x);

ALTER TABLE public.t ADD COLUMN b integer DEFAULT 5 NOT NULL;

-- hazard: table_rewrite: h is rewritten twice.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.h ALTER COLUMN x TYPE public.t USING pg_catalog.jsonb_populate_record(NULL::public.t, x);

COMMIT;
