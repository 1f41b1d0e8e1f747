-- alter column public.h.x ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.h.y ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.t.a: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: h is rewritten twice.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.h ALTER COLUMN x TYPE jsonb USING pg_catalog.to_jsonb(x);

-- hazard: table_rewrite: h is rewritten twice.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.h ALTER COLUMN y TYPE text USING y::text;

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- hazard: table_rewrite: h is rewritten twice.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.h ALTER COLUMN x TYPE public.t USING pg_catalog.jsonb_populate_record(NULL::public.t, x);

-- hazard: table_rewrite: h is rewritten twice.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.h ALTER COLUMN y TYPE public.t[] USING y::public.t[];

COMMIT;
